// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Tests.Invariants;

public class RowBitsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(127)]
    [InlineData(128)]
    public void TheFirstRowsAreWalkedInOrder(int count)
    {
        RowBits rows = RowBits.First(count);
        Assert.Equal(Enumerable.Range(0, count), Walk(rows));
        Assert.Equal((count, count == 0), (rows.Count, rows.IsEmpty));
    }

    [Fact]
    public void RowsGoInAndOut()
    {
        RowBits rows = default;
        HashSet<int> expected = [];
        Random random = new(1);
        for (int step = 0; step < 2000; step++)
        {
            int row = random.Next(128);
            bool isIn = random.Next(2) != 0;
            rows.Put(row, isIn);
            if (isIn) expected.Add(row);
            else expected.Remove(row);
            Assert.Equal(isIn, rows.Has(row));
        }
        Assert.Equal(expected.Order(), Walk(rows));
        Assert.Equal(expected.Count, rows.Count);
    }

    [Fact]
    public void WhatIsAddedDuringAWalkIsNotMet()
    {
        RowBits rows = RowBits.Of(0b101);
        List<int> met = [];
        foreach (int row in rows)
        {
            rows.Set(row + 1);
            met.Add(row);
        }
        Assert.Equal([0, 2], met);
        Assert.Equal([0, 1, 2, 3], Walk(rows));
    }

    private static List<int> Walk(RowBits rows)
    {
        List<int> found = [];
        foreach (int row in rows) found.Add(row);
        return found;
    }
}
