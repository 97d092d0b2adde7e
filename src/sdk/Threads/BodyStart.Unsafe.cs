// SPDX-License-Identifier: MIT
using Bulkhead.Native;

namespace Bulkhead.Threads;

/// <summary>Starts the methods of threads.</summary>
// SAFETY: the body calls the method with one argument, as the pointer's type says; of a struct's
// method there is one for each type, so that the pointer is to code.
internal static unsafe class BodyStart
{
    /// <summary>Gives a thread its method and wakes its carrier.</summary>
    internal static ulong Begin<TBody>(ref ThreadRow row, uint number, ulong argument)
        where TBody : struct, IThreadBody
    {
        delegate*<ulong, void> method = &Run<TBody>;
        row.Method = (nint)method;
        row.Argument = argument;
        return ThreadMachine.Up(number);
    }

    private static void Run<TBody>(ulong argument) where TBody : struct, IThreadBody =>
        TBody.Run(argument);
}
