"""How many results are kept of what is worked out from a text and asked for again and again.

Each check looks at the same article, the same sentences and the same statements, and many articles
are in work at once: what is kept must outlast the wait for a model's answer. An entry is a few
kilobytes for a sentence and some ten for an article.
"""

from typing import Final

# Fifty articles at once, each as read, its body alone and its story alone.
ARTICLES: Final = 256

# Of each of fifty articles some sixty sentences, statements and names.
TEXTS: Final = 4096

# Of each of fifty articles some twenty statements, those of an evaluation's repeats alike.
CLAIMS: Final = 1024

# Words, names and pairs of names are small, and there are some hundreds of pairs an article.
WORDS: Final = 16384
