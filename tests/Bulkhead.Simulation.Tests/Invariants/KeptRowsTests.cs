// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Tests.Invariants;

public class KeptRowsTests
{
    private const int Rows = 20;

    private readonly long[] _pool = new long[Rows];
    private readonly KeptRows<long> _kept = new(Rows);

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(19)]
    public void ARowThatChangedIsFoundOnce(int row)
    {
        Compare(Rows);
        Assert.False(_kept.HaveChanged);
        _pool[row]++;
        Assert.Equal([row], Compare(Rows));
        Assert.Equal(_pool[row], _kept[row]);
        Assert.Empty(Compare(Rows));
    }

    [Fact]
    public void ARowThatIsNoLongerInUseIsLookedAtOnceMore()
    {
        Compare(Rows);
        _pool[15] = 1;
        Assert.Equal([15], Compare(10));
        _pool[15] = 2;
        Assert.Empty(Compare(10));
        Assert.Equal([15], Compare(16));
    }

    [Fact]
    public void AllMayHaveChanged()
    {
        _pool[3] = 5;
        _kept.ChangeAll(4);
        _kept.Remember(_pool);
        Assert.Equal(5, _kept[3]);
        Assert.Empty(Compare(4));
    }

    // What changed since the last time, which is remembered.
    private List<int> Compare(int used)
    {
        _kept.Compare(_pool, used);
        List<int> changed = [];
        foreach (int row in _kept.Changed) changed.Add(row);
        _kept.Remember(_pool);
        return changed;
    }
}
