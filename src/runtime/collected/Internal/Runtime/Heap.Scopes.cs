// SPDX-License-Identifier: MIT
namespace Internal.Runtime;

// What shared code tells the memory of tier 1: here every object lives as long as it is reached.
internal static unsafe partial class Heap
{
    internal static nint EnterImmortal() => 0;

    internal static void LeaveImmortal(nint place)
    {
    }

    internal static bool IsInScope(object? value) => false;

    internal static object? Admitted(ref object? place, object? value) => value;

    internal static void CheckStores(ref byte destination, ref byte source, nuint byteCount)
    {
    }
}
