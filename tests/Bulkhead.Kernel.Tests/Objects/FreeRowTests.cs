// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

public class FreeRowTests
{
    [Fact]
    public void The_first_free_row_is_found()
    {
        using SimulatedMachine machine = new();
        Span<Semaphore> rows = machine.State.Semaphores;
        Assert.Equal(0, FreeRow.Find(rows));
        for (int index = 0; index < rows.Length; index++)
        {
            rows[index].Header.Kind = ObjectKind.Semaphore;
        }
        Assert.Equal(-1, FreeRow.Find(rows));
        rows[17].Header.Kind = ObjectKind.None;
        rows[40].Header.Kind = ObjectKind.None;
        Assert.Equal(17, FreeRow.Find(rows));
    }
}
