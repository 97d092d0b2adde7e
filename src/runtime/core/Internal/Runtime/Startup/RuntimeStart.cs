// SPDX-License-Identifier: MIT
using System.Runtime;

namespace Internal.Runtime.Startup;

/// <summary>Prepares everything before the program's main method.</summary>
/// <remarks>Nothing here may be a lambda: the C# compiler allocates closures at a method's start,
/// when there is no heap yet.</remarks>
internal static unsafe class RuntimeStart
{
    [RuntimeExport("bulkhead_start")]
    private static void Start()
    {
        Heap.Initialize();
        ModuleSections.Initialize();
        Heap.Prepare();
        EagerConstructors.Run();
    }
}
