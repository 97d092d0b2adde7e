// SPDX-License-Identifier: MIT
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Vmm.Tests.Uart;

/// <summary>The short ways of frequent accesses do what the long way does.</summary>
public sealed class UartShortWayProperties
{
    private static readonly uint[] _offsets =
        [0, 0, 0, 0, 4, 0x18, 0x18, 0x2c, 0x30, 0x34, 0x38, 0x38, 0x3c, 0x40, 0x44, 0x48, 0xfe0];

    private static readonly Gen<UartStep> _step =
        from offset in Gen.Elements(_offsets)
        from bytes in Gen.Elements(1, 2, 4, 4, 4, 8)
        from isWrite in Gen.Elements(true, true, false)
        from value in Gen.OneOf(Gen.Choose(0, 0xffff), Gen.Choose('a', 'z'), Gen.Constant(10))
        from typed in Gen.Frequency((9, Gen.Constant("")), (1, Gen.Elements("a", "hello", "\n")))
        select new UartStep(offset, bytes, isWrite, (uint)value, typed);

    [Fact]
    public void Both_ways_show_the_same()
    {
        Prop.ForAll(_step.ArrayOf(80).ToArbitrary(), steps =>
        {
            TestMachine direct = new(), brief = new();
            foreach (UartStep step in steps)
            {
                ulong address = GuestMap.UartBase + (step.Offset & ~((uint)step.Bytes - 1));
                Attend(direct, step.Typed);
                Attend(brief, step.Typed);
                ExitReply expected = direct.Access(address, step.Bytes, step.IsWrite, step.Value);
                ExitReply reply = brief.AccessShort(address, step.Bytes, step.IsWrite, step.Value);
                Assert.Equal(expected.Action, reply.Action);
                ulong mask = ulong.MaxValue >> (64 - (8 * step.Bytes));
                Assert.Equal(expected.Value, reply.Value & mask);
                Assert.Equal(direct.Outside.Text, brief.Outside.Text);
                Assert.Equal(direct.Outside.WakeCount, brief.Outside.WakeCount);
                Assert.Equal(
                    direct.Outside.Interrupt(0, GuestMap.UartInterrupt).HasLine,
                    brief.Outside.Interrupt(0, GuestMap.UartInterrupt).HasLine);
            }
        }).QuickCheckThrowOnFailure();
    }

    private static void Attend(TestMachine machine, string typed)
    {
        if (typed.Length == 0) return;
        machine.Outside.NowTicks += 100_000;
        machine.Outside.Type(typed);
        machine.Attend();
    }

    /// <summary>An access, after something was typed.</summary>
    internal sealed record UartStep(uint Offset, int Bytes, bool IsWrite, uint Value, string Typed);
}
