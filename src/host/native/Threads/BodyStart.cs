// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Host;
using Bulkhead.Native;

namespace Bulkhead.Threads;

/// <summary>Starts the methods of threads, over the simulated kernel.</summary>
internal static class BodyStart
{
    internal static ulong Begin<TBody>(ref ThreadRow row, uint number, ulong argument)
        where TBody : struct, IThreadBody
    {
        row.Argument = argument;
        KernelSeam.StartDeclared(number, () =>
        {
            TBody.Run(argument);
            Volatile.Write(ref ThreadMachine.Row(number).Phase, (int)ThreadPhase.Free);
        });
        return 0;
    }
}
