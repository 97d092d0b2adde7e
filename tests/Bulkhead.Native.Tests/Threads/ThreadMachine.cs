// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Native.Tests.Threads;

namespace Bulkhead.Threads;

/// <summary>What the sources under test ask of the machine, of the model that runs the calling
/// body.</summary>
internal static class ThreadMachine
{
    private static ModelBody Self => ModelBody.Current;

    private static LockModel Model => Self.Model;

    internal static ulong Now()
    {
        LockModel.Step();
        return Model.Now;
    }

    internal static ulong EndOfRest() => Now() + 3;

    internal static ref ThreadRow Row(uint index)
    {
        LockModel.Step();
        return ref Model.Rows[index];
    }

    internal static uint CpuOf(uint index) => Model.CpuOf(index);

    // In the model a body's portal has the body's index.
    internal static uint PortalOf(uint index) => index;

    internal static ulong Arrive(uint portal, ref ulong word, ulong deadline)
    {
        LockModel.Step();
        return Model.Arrive(Self, Model.BodyAt(portal), AddressOf(ref word),
            Math.Min(deadline, Model.Now + Model.Slice));
    }

    internal static ulong Down(uint index, ulong deadline)
    {
        LockModel.Step();
        return Model.Down(Self, index, deadline);
    }

    internal static ulong Up(uint index)
    {
        LockModel.Step();
        Model.Up(index);
        return 0;
    }

    internal static ulong Park(uint index, BodyState state, ulong deadline)
    {
        LockModel.Step();
        return Model.Park(Self, state, deadline);
    }

    internal static ulong Yield()
    {
        LockModel.Step();
        return 0;
    }

    internal static nint AddressOf(ref ulong word)
    {
        for (int index = 0; index < Model.Words.Length; index++)
        {
            if (Unsafe.AreSame(ref word, ref Model.Words[index])) return index + 1;
        }

        throw new InvalidOperationException("no lock of the model");
    }

    internal static ulong WordAt(nint address)
    {
        LockModel.Step();
        return Model.Words[address - 1];
    }
}
