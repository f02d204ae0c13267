"""Chance that gives the same bytes on every version of Python: only random() is promised to stay as it is."""

import math
import random


class Dice:
    def __init__(self, seed):
        self.random = random.Random(seed).random

    def chance(self, likelihood):
        return self.random() < likelihood

    def below(self, count):
        return int(self.random() * count)

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def one_of(self, items):
        return items[self.below(len(items))]

    def weighted(self, weights):
        """A key of a dictionary of weights."""
        at = self.random() * sum(weights.values())
        for item, weight in weights.items():
            at -= weight
            if at < 0:
                return item
        return item

    def shuffled(self, items):
        return [item for _, item in sorted([(self.random(), item) for item in items], key=lambda pair: pair[0])]

    def some(self, items, count):
        return self.shuffled(items)[:count]

    def normal(self, mean, deviation):
        radius = math.sqrt(-2 * math.log(1 - self.random()))
        return mean + deviation * radius * math.cos(2 * math.pi * self.random())
