// SPDX-License-Identifier: MIT
namespace Internal.Runtime;

/// <summary>The host's heap has no scopes.</summary>
internal static class Heap
{
    internal static bool IsInScope(object? value) => false;

    internal static nint EnterImmortal() => 0;

    internal static void LeaveImmortal(nint place)
    {
    }
}
