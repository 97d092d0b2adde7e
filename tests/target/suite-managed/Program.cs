// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>Tests of scopes, full memory and exceptions that have no counterpart on the host.
/// </summary>
public static class Program
{
    /// <summary>Runs all tests; what fills immortal memory comes last.</summary>
    /// <param name="argument">Not used.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        ConstructorTests.MainBegins();
        RecordWriter records = default;
        AssignmentTests.Run(ref records);
        StoreTests.Run(ref records);
        CollectionTests.Run(ref records);
        ScopeTests.Run(ref records);
        BoundaryTests.Run(ref records);
        ConstructorTests.Run(ref records);
        FaultTests.Run(ref records);
        OverflowTests.Run(ref records);
        PeriodTests.Run(ref records);
        MemoryTests.Run(ref records);
        records.Finish();
    }
}
