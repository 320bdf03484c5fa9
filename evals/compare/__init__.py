"""Comparing: is one prompt or model better than another, and which facts did it win and lose?"""
