// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated;
using Bulkhead.Kernel.Hypercalls;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>Words of the kernel's interface: what is put in comes out, and nothing else.</summary>
internal static class AbiLemmas
{
    internal static IEnumerable<Lemma> All =>
    [
        new EnumeratedLemma<MessageCase>(
            "message-descriptor",
            "For every lower half of a message descriptor: it is valid exactly when it is a word "
                + "count of 0 to 512, and label and count build it again.",
            "the kernel would copy beyond a message page",
            nameof(MessageDescriptor), nameof(MessageDescriptor.IsValid),
            nameof(MessageDescriptor.UtcbWords)),
        new EnumeratedLemma<ResultCase>(
            "result-code",
            "Every status and reason come back from the result code, and only the success of no "
                + "reason is success.",
            "a refusal would look like another one or like success",
            nameof(ResultCode), nameof(ResultCode.Status), nameof(ResultCode.Reason)),
        new EnumeratedLemma<QuotaCase>(
            "domain-quota",
            "Every pair of quotas comes back from its word.",
            "a domain would get more table pages or objects than it was given",
            nameof(DomainQuota), nameof(DomainQuota.TablePages), nameof(DomainQuota.Objects)),
        new EnumeratedLemma<AccessCase>(
            "mmio-access",
            "Every size, direction, extension, width and register come back from the access.",
            "a monitor would answer another access than the guest made",
            nameof(MmioAccess), nameof(MmioAccess.Bytes), nameof(MmioAccess.Register)),
        new EnumeratedLemma<RegisterCase>(
            "register-access",
            "Every system register's name is inside its mask, names only that register, and is "
                + "independent of general register and direction.",
            "an access would be taken for one to another register",
            nameof(RegisterAccess), nameof(RegisterAccess.Name),
            nameof(RegisterAccess.RegisterName)),
        new EnumeratedLemma<ConfigureCase>(
            "virtual-interrupt-configure",
            "Every interrupt, priority, enable and trigger come back from a configuration "
                + "request.",
            "another interrupt would be configured",
            nameof(VirtualInterruptRequest), nameof(VirtualInterruptRequest.Priority)),
        new EnumeratedLemma<OperationCase>(
            "virtual-interrupt-operation",
            "Every operation and interrupt come back from a request, and it configures nothing.",
            "another operation or interrupt would be carried out",
            nameof(VirtualInterruptRequest), nameof(VirtualInterruptRequest.Operation)),
        new EnumeratedLemma<RightsCase>(
            "map-rights",
            "The right that an access needs is the segment right of the same name, for each bit.",
            "a mapping would be checked against another right",
            nameof(MapMemory<>), nameof(MapMemory<>.RightsFor)),
        new EnumeratedLemma<SelectorCase>(
            "selector-ranges",
            "No selector belongs to two of the ranges that the partition manager fills.",
            "one capability would be put where another is expected",
            nameof(Selectors), nameof(Selectors.Free)),
    ];

    private readonly struct MessageCase : IEnumeratedCase
    {
        public static ulong PointCount => 1ul << 32;

        public static bool Holds(ulong point)
        {
            uint label = ~(uint)point;
            MessageDescriptor message = new(((ulong)label << 32) | point);
            if (message.IsValid != (point <= 512) || message.Label != label) return false;
            return !message.IsValid || (message.UtcbWords == point
                && new MessageDescriptor(label, message.UtcbWords).Value == message.Value);
        }

        public static string Describe(ulong point) => $"lower half 0x{point:x}";
    }

    private readonly struct ResultCase : IEnumeratedCase
    {
        public static ulong PointCount => 1 << 24;

        public static bool Holds(ulong point)
        {
            Status status = (Status)point;
            Reason reason = (Reason)(point >> 8);
            ResultCode code = new(status, reason);
            return code.Status == status && code.Reason == reason && code.Value == point
                && code.IsSuccess == (point == 0);
        }

        public static string Describe(ulong point) =>
            $"status 0x{(byte)point:x}, reason 0x{point >> 8:x}";
    }

    private readonly struct QuotaCase : IEnumeratedCase
    {
        public static ulong PointCount => 1ul << 32;

        public static bool Holds(ulong point)
        {
            DomainQuota quota = new((ushort)point, (ushort)(point >> 16));
            return quota.TablePages == (ushort)point && quota.Objects == point >> 16
                && new DomainQuota(quota.Value).Value == point;
        }

        public static string Describe(ulong point) =>
            $"table pages 0x{(ushort)point:x}, objects 0x{point >> 16:x}";
    }

    private readonly struct AccessCase : IEnumeratedCase
    {
        public static ulong PointCount => 1 << 10;

        public static bool Holds(ulong point)
        {
            uint size = (uint)point & 3, register = (uint)point >> 5;
            bool isWrite = (point & 4) != 0, isSigned = (point & 8) != 0;
            bool is64Bit = (point & 16) != 0;
            MmioAccess access = new(size, isWrite, isSigned, is64Bit, register);
            return access.SizeLog2 == size && access.Bytes == 1u << (int)size
                && access.IsWrite == isWrite && access.IsSigned == isSigned
                && access.Is64Bit == is64Bit && access.Register == register;
        }

        public static string Describe(ulong point) =>
            $"size {point & 3}, flags {(point >> 2) & 7:b3}, register {point >> 5}";
    }

    private readonly struct RegisterCase : IEnumeratedCase
    {
        public static ulong PointCount => 1 << 22;

        public static bool Holds(ulong point)
        {
            uint op0 = (uint)(point >> 20) & 3, op1 = (uint)(point >> 17) & 7;
            uint crn = (uint)(point >> 13) & 15, crm = (uint)(point >> 9) & 15;
            uint op2 = (uint)(point >> 6) & 7, register = (uint)(point >> 1) & 31;
            ulong name = RegisterAccess.Name(op0, op1, crn, crm, op2);
            RegisterAccess access = new(name | (register << 5) | (point & 1));
            // The ISS of the Arm ARM, field by field: no two names share a value.
            bool isIss = name >> 20 == op0 && ((name >> 17) & 7) == op2
                && ((name >> 14) & 7) == op1 && ((name >> 10) & 15) == crn
                && ((name >> 1) & 15) == crm;
            return isIss && (name & ~RegisterAccess.NameMask) == 0 && access.RegisterName == name
                && access.Register == register && access.IsRead == ((point & 1) != 0);
        }

        public static string Describe(ulong point) => $"point 0x{point:x}";
    }

    private readonly struct ConfigureCase : IEnumeratedCase
    {
        public static ulong PointCount => 1 << 20;

        public static bool Holds(ulong point)
        {
            uint interrupt = (uint)point & 0x3ff;
            byte priority = (byte)(point >> 10);
            bool isEnabled = (point & (1 << 18)) != 0, isEdge = (point & (1 << 19)) != 0;
            VirtualInterruptRequest request = new(interrupt, isEnabled, priority, isEdge);
            return request.Interrupt == interrupt && request.Priority == priority
                && request.IsEnabled == isEnabled && request.IsEdge == isEdge
                && request.Operation == VirtualInterruptOperation.Configure;
        }

        public static string Describe(ulong point) =>
            $"interrupt {point & 0x3ff}, priority 0x{(byte)(point >> 10):x}, "
            + $"flags {point >> 18:b2}";
    }

    private readonly struct OperationCase : IEnumeratedCase
    {
        public static ulong PointCount => 1 << 14;

        public static bool Holds(ulong point)
        {
            uint interrupt = (uint)point & 0x3ff;
            VirtualInterruptOperation operation = (VirtualInterruptOperation)(point >> 10);
            VirtualInterruptRequest request = new(operation, interrupt);
            return request.Interrupt == interrupt && request.Operation == operation
                && request.Priority == 0 && !request.IsEnabled && !request.IsEdge;
        }

        public static string Describe(ulong point) =>
            $"interrupt {point & 0x3ff}, operation {point >> 10}";
    }

    private readonly struct RightsCase : IEnumeratedCase
    {
        public static ulong PointCount => 8;

        public static bool Holds(ulong point)
        {
            MemoryAccess access = (MemoryAccess)point;
            Rights wanted = Rights.None;
            if (access.HasFlag(MemoryAccess.Read)) wanted |= Rights.SegmentRead;
            if (access.HasFlag(MemoryAccess.Write)) wanted |= Rights.SegmentWrite;
            if (access.HasFlag(MemoryAccess.Execute)) wanted |= Rights.SegmentExecute;
            return MapMemory<SimulatedAsp>.RightsFor(access) == wanted;
        }

        public static string Describe(ulong point) => $"access 0x{point:x}";
    }

    private readonly struct SelectorCase : IEnumeratedCase
    {
        public static ulong PointCount => Limits.SelectorsMax;

        public static bool Holds(ulong point)
        {
            int owners = (point == Selectors.Null ? 1 : 0)
                + Range(point, Selectors.Console, 1) + Range(point, Selectors.SelfPortal, 1)
                + Range(point, Selectors.Wakeup, 1) + Range(point, Selectors.Manager, 1)
                + Range(point, Selectors.Vcpu, Limits.VcpusPerMachineMax)
                + Range(point, Selectors.Interrupt, 32)
                + Range(point, Selectors.InterruptSemaphore, 32)
                + Range(point, Selectors.TerminalClient, Limits.PartitionsMax)
                + Range(point, Selectors.Free, Limits.SelectorsMax - Selectors.Free);
            return owners <= 1;
        }

        public static string Describe(ulong point) => $"selector {point}";

        private static int Range(ulong point, uint first, uint count) =>
            point - first < count ? 1 : 0;
    }
}
