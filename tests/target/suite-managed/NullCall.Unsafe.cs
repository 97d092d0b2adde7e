// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Managed;

/// <summary>Calls of functions that are not there.</summary>
internal static unsafe class NullCall
{
    private static nint s_target;

    /// <summary>Calls through a null pointer.</summary>
    internal static void Run() => Call(0);

    /// <summary>Calls what is no code.</summary>
    internal static void ToData()
    {
        fixed (nint* data = &s_target) Call((nint)data);
    }

    private static void Call(nint target)
    {
        s_target = target;
        ((delegate*<void>)s_target)();
    }
}
