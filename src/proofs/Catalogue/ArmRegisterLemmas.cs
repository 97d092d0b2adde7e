// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Arm64;
using Bulkhead.Asp.Arm64.Registers;
using Board = Bulkhead.Psp.QemuVirt.QemuVirt;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>Registers of the arm64 package: syndromes, states, list registers.</summary>
internal static class ArmRegisterLemmas
{
    internal static IEnumerable<Lemma> All =>
    [
        With(), Targets(),
        new EnumeratedLemma<SyndromeCase>(
            "exception-syndrome",
            "Of every 32-bit ESR_EL2 the class is bits 31:26, the details bits 24:0, and a plain "
                + "hypercall is exactly class 0x16 with immediate 0.",
            "a trap would be handled as another one",
            nameof(ExceptionSyndrome), nameof(ExceptionSyndrome.Class),
            nameof(ExceptionSyndrome.IsPlainHypercall)),
        new EnumeratedLemma<AbortCase>(
            "abort-details",
            "Of every 25-bit ISS of an abort: the access has the fields of the Arm ARM, and it is "
                + "plain exactly when ISV is set, CM and S1PTW are clear and the fault is a "
                + "translation or permission fault.",
            "an access would be emulated from fields that hold no access",
            nameof(AbortDetails), nameof(AbortDetails.Access), nameof(AbortDetails.IsPlainAccess)),
        new EnumeratedLemma<StateCase>(
            "processor-state",
            "Of every 32-bit SPSR exactly the modes EL0t, EL1t and EL1h of AArch64 are a "
                + "guest's, and the vector offset is the one for where the exception came from.",
            "a monitor could start its guest at EL2, or a guest would take an exception wrongly",
            nameof(ProcessorState), nameof(ProcessorState.IsGuestMode)),
        new EnumeratedLemma<HardwareCase>(
            "list-register-hardware",
            "Every virtual interrupt, priority and physical interrupt come back from a list "
                + "register, pending, not active, in group 1.",
            "the end of a virtual interrupt would end another physical one",
            nameof(ListRegister), nameof(ListRegister.Hardware)),
        new EnumeratedLemma<SoftwareCase>(
            "list-register-software",
            "Every virtual interrupt, priority and wish for a notice come back from a list "
                + "register, pending, not active, not bound to hardware.",
            "a guest would get another interrupt than the one that is pending",
            nameof(ListRegister), nameof(ListRegister.Software)),
    ];

    private static BitVectorLemma With()
    {
        BitVectorLemma lemma = new(
            "list-register-state",
            "Changing the state of any list register changes bits 63:62 to that state and nothing "
                + "else; it is in use exactly while pending or active.",
            "an interrupt would be lost, or come twice, when its state is written");
        BitVector value = lemma.Variable("value", 64), state = lemma.Variable("state", 4);
        BitVector changed = lemma.Function(
            nameof(ListRegister), nameof(ListRegister.With),
            (value & (ulong.MaxValue >> 2)) | state.Extract(1, 0).ZeroExtend(64) << 62,
            point => Change(point).Value);
        BitVector read = lemma.Function(
            nameof(ListRegister), nameof(ListRegister.State), changed >> 62,
            point => (ulong)Change(point).State);
        Formula isUsed = lemma.Function(
            nameof(ListRegister), nameof(ListRegister.IsInUse), !(changed >> 62).Is(0),
            point => Change(point).IsInUse);
        Formula isPending = lemma.Function(
            nameof(ListRegister), nameof(ListRegister.IsPending), changed.Bit(62),
            point => Change(point).IsPending);
        lemma.Claims(read.Extract(3, 0).Is(state & 3) & read.IsBelow(4));
        lemma.Claims(((changed ^ value) & (ulong.MaxValue >> 2)).Is(0));
        lemma.Claims(isUsed.Is(state.Bit(0) | state.Bit(1)) & isPending.Is(state.Bit(0)));
        return lemma;

        ListRegister Change(Point point) => new ListRegister(point[value])
            .With((VirtualInterruptState)point[state]);
    }

    private static BitVectorLemma Targets()
    {
        BitVectorLemma lemma = new(
            "software-interrupt-targets",
            "The only target of a software interrupt is a target; no other number is one; a "
                + "nonzero affinity above the lowest level has none.",
            "a software interrupt would reach another virtual CPU, or none");
        BitVector value = lemma.Variable("value", 64);
        BitVector number = lemma.Variable("number", 32, greatest: 15);
        BitVector other = lemma.Variable("other", 32, greatest: 15);
        Formula isHere = (value & 0xff_00ff_00ff_0000).Is(0);
        BitVector list = value & 0xffff;
        Formula only = lemma.Function(
            nameof(SoftwareInterrupt), nameof(SoftwareInterrupt.TargetsOnly),
            isHere & !value.Bit(40) & list.Is(1.Word(64).ShiftLeft(number.ZeroExtend(64))),
            point => new SoftwareInterrupt(point[value]).TargetsOnly((uint)point[number]));
        Formula Targets(BitVector which) => lemma.Function(
            nameof(SoftwareInterrupt), nameof(SoftwareInterrupt.Targets),
            isHere & value.ShiftRight(which.ZeroExtend(64)).Bit(0),
            point => new SoftwareInterrupt(point[value]).Targets((uint)point[which]));
        lemma.Claims(only.Implies(Targets(number)));
        lemma.Claims((only & Targets(other)).Implies(other.Is(number)));
        lemma.Claims(isHere | !(only | Targets(number)));
        return lemma;
    }

    private readonly struct SyndromeCase : IEnumeratedCase
    {
        public static ulong PointCount => 1ul << 32;

        public static bool Holds(ulong point)
        {
            ExceptionSyndrome syndrome = new(point);
            bool isHypercall = point >> 26 == 0x16 && (ushort)point == 0;
            return (ulong)syndrome.Class == point >> 26
                && syndrome.Details == (point & 0x1ff_ffff)
                && syndrome.IsPlainHypercall == isHypercall
                && syndrome.Immediate == (ushort)point
                && syndrome.IsWaitForEvent == ((point & 1) != 0);
        }

        public static string Describe(ulong point) => $"ESR_EL2 0x{point:x}";
    }

    private readonly struct AbortCase : IEnumeratedCase
    {
        public static ulong PointCount => 1 << 25;

        public static bool Holds(ulong point)
        {
            AbortDetails details = new((uint)point);
            MmioAccess access = details.Access;
            uint code = (uint)point & 0x3f;
            bool isDecoded = (point >> 24) == 1 && ((point >> 7) & 3) == 0;
            bool isFault = code is (>= 4 and <= 7) or (>= 12 and <= 15);
            return access.SizeLog2 == ((point >> 22) & 3)
                && access.IsSigned == (((point >> 21) & 1) != 0)
                && access.Register == ((point >> 16) & 31)
                && access.Is64Bit == (((point >> 15) & 1) != 0)
                && access.IsWrite == (((point >> 6) & 1) != 0)
                && access.Value < 1 << 13 && (access.Value & 0xe0) == 0
                && details.IsPlainAccess == (isDecoded && isFault)
                && details.HasPage == (code < 16)
                && details.IsExternal == (code is 16 or (>= 20 and <= 23));
        }

        public static string Describe(ulong point) => $"ISS 0x{point:x}";
    }

    private readonly struct StateCase : IEnumeratedCase
    {
        public static ulong PointCount => 1ul << 32;

        public static bool Holds(ulong point)
        {
            ulong offset = Arm64<Board>.VectorOffset(point);
            ulong wanted = (point & 31) switch
            {
                0 => 0x400ul,
                4 => 0,
                >= 16 => 0x600,
                _ => 0x200,
            };
            bool isGuest = (point & 31) is 0 or 4 or 5;
            return offset == wanted && ProcessorState.IsGuestMode(point) == isGuest;
        }

        public static string Describe(ulong point) => $"SPSR 0x{point:x}";
    }

    private readonly struct HardwareCase : IEnumeratedCase
    {
        // 8 bits of virtual interrupt, 8 of priority, 13 of physical interrupt.
        public static ulong PointCount => 1 << 29;

        public static bool Holds(ulong point)
        {
            uint interrupt = (byte)point, physical = (uint)(point >> 16);
            byte priority = (byte)(point >> 8);
            ListRegister list = ListRegister.Hardware(interrupt, priority, physical);
            ulong wanted = 0x7000_0000_0000_0000 | ((ulong)priority << 48)
                | ((ulong)physical << 32) | interrupt;
            return list.Value == wanted && list.Interrupt == interrupt
                && list.PhysicalInterrupt == physical && list.IsHardware && list.IsPending
                && list.State == VirtualInterruptState.Pending;
        }

        public static string Describe(ulong point) =>
            $"interrupt {(byte)point}, priority 0x{(byte)(point >> 8):x}, physical {point >> 16}";
    }

    private readonly struct SoftwareCase : IEnumeratedCase
    {
        public static ulong PointCount => 1 << 17;

        public static bool Holds(ulong point)
        {
            uint interrupt = (byte)point;
            byte priority = (byte)(point >> 8);
            bool wantsNotice = point >> 16 != 0;
            ListRegister list = ListRegister.Software(interrupt, priority, wantsNotice);
            ulong wanted = 0x5000_0000_0000_0000 | ((ulong)priority << 48)
                | (wantsNotice ? 1ul << 41 : 0) | interrupt;
            return list.Value == wanted && list.Interrupt == interrupt && !list.IsHardware
                && list.IsPending && list.State == VirtualInterruptState.Pending;
        }

        public static string Describe(ulong point) =>
            $"interrupt {(byte)point}, priority 0x{(byte)(point >> 8):x}, notice {point >> 16}";
    }
}
