"""The least a program can do with the same calls: an `openai` client behind a semaphore.

    python -m evals.bench.bare BODIES OUT BASE_URL JOBS

It asks every body in the file BODIES, a line each, and writes the answers to OUT, a line each.
"""

import asyncio
import json
import sys
from pathlib import Path

import openai


async def main(bodies: str, out: str, base_url: str, jobs: str) -> None:
    """Ask everything, at most `jobs` at once."""
    calls = [json.loads(line) for line in Path(bodies).read_text(encoding="utf-8").splitlines()]
    free = asyncio.Semaphore(int(jobs))
    client = openai.AsyncOpenAI(api_key="none", base_url=base_url, max_retries=0)

    async def one(body: dict) -> str:  # type: ignore[type-arg]
        async with free:
            answer = await client.chat.completions.create(**body)
            return answer.choices[0].message.content or ""

    answers = await asyncio.gather(*(one(body) for body in calls))
    lines = (json.dumps({"answer": text}, ensure_ascii=False) for text in answers)
    Path(out).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    await client.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
