// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest;

/// <summary>The guest's interrupt controller (IHI 0069): registers, and what was delivered.</summary>
internal static class Gic
{
    internal const ulong Distributor = 0x0800_0000, Redistributor = 0x080a_0000;
    internal const ulong Private = Redistributor + 0x1_0000;
    internal const ulong Control = 0x000, Type = 0x004, SetEnable = 0x100, ClearEnable = 0x180;
    internal const ulong SetPending = 0x200, ClearPending = 0x280, SetActive = 0x300;
    internal const ulong ClearActive = 0x380, Priority = 0x400, Configuration = 0xc00;

    private static Registers s_delivered;
    private static Registers s_more;
    private static uint s_deliveredCount;

    /// <summary>Interrupts delivered since <see cref="Forget"/>.</summary>
    internal static uint DeliveredCount => s_deliveredCount;

    /// <summary>One of the first 62 of them.</summary>
    /// <param name="index">Which.</param>
    /// <returns>Its id.</returns>
    internal static uint Delivered(uint index) => (uint)(index < Registers.Count
        ? s_delivered[(int)index] : s_more[(int)index - Registers.Count]);

    /// <summary>Begins anew.</summary>
    internal static void Forget() => s_deliveredCount = 0;

    /// <summary>Everything off, group 1, priority 0x80, both interfaces on.</summary>
    internal static void Initialize()
    {
        Imports.Write32(Distributor + Control, 0x12);
        for (uint word = 1; word < 8; word++) Quiet(Distributor, word);
        Quiet(Private, 0);
        SystemRegister.Write(SystemRegister.InterfaceEnable, 7);
        SystemRegister.Write(SystemRegister.PriorityMask, 0xff);
        SystemRegister.Write(SystemRegister.GroupEnable, 1);
        Forget();
    }

    /// <summary>Frame of an interrupt: private ones are the redistributor's.</summary>
    /// <param name="word">Interrupt id / 32.</param>
    /// <returns>Base address of the registers.</returns>
    internal static ulong Frame(uint word) => word == 0 ? Private : Distributor;

    /// <summary>Enables an interrupt with a priority.</summary>
    /// <param name="interrupt">Its id.</param>
    /// <param name="priority">0 is the most urgent.</param>
    internal static void Enable(uint interrupt, uint priority)
    {
        Imports.Write8(Frame(interrupt / 32) + Priority + interrupt, priority);
        Imports.Write32(
            Frame(interrupt / 32) + SetEnable + (interrupt / 32 * 4), 1ul << (int)(interrupt % 32));
    }

    /// <summary>Makes an interrupt pending by its register.</summary>
    /// <param name="interrupt">Its id.</param>
    internal static void Pend(uint interrupt) => Imports.Write32(
        Frame(interrupt / 32) + SetPending + (interrupt / 32 * 4), 1ul << (int)(interrupt % 32));

    /// <summary>Takes an interrupt: what raised it is silenced, so that it comes once.</summary>
    internal static void Take()
    {
        uint interrupt = Imports.Acknowledge();
        if (s_deliveredCount < Registers.Count) s_delivered[(int)s_deliveredCount] = interrupt;
        else if (s_deliveredCount < Registers.Count * 2)
            s_more[(int)s_deliveredCount - Registers.Count] = interrupt;
        s_deliveredCount++;
        if (interrupt == 27) TimerControl.Silence(SystemRegister.VirtualControl);
        if (interrupt == 30) TimerControl.Silence(SystemRegister.PhysicalControl);
        if (interrupt == Uart.Interrupt) Imports.Write32(Uart.Mask, 0);
        Imports.EndInterrupt(interrupt);
    }

    private static void Quiet(ulong frame, uint word)
    {
        ulong all = uint.MaxValue;
        Imports.Write32(frame + ClearEnable + (word * 4), all);
        Imports.Write32(frame + ClearPending + (word * 4), all);
        Imports.Write32(frame + ClearActive + (word * 4), all);
        Imports.Write32(frame + 0x80 + (word * 4), all);
        for (uint index = 0; index < 32; index += 4)
            Imports.Write32(frame + Priority + (word * 32) + index, 0x8080_8080);
    }
}
