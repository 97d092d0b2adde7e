// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Kernel.Tests.Memory;

public class RowSetTests
{
    [Theory]
    [InlineData(96)]
    [InlineData(RowSet.RowsMax)]
    public void The_first_free_row_is_taken_until_none_is_left(int count)
    {
        RowSet rows = default;
        for (int row = 0; row < count; row++) Assert.Equal(row, rows.Take(count));
        Assert.Equal(-1, rows.Take(count));
        foreach (int row in (int[])[count - 1, 63, 64, 0])
        {
            rows.Release(row);
            Assert.Equal(row, rows.Take(count));
        }
        rows.Release(70);
        rows.Release(5);
        Assert.Equal((5, 70, -1), (rows.Take(count), rows.Take(count), rows.Take(count)));
    }
}
