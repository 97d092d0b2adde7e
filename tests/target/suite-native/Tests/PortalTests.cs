// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Messages: words, pages of words, badges, descriptors that are refused.</summary>
internal static class PortalTests
{
    private const uint Narrow = Places.Free;

    internal static void Run()
    {
        Words();
        Page();
        Descriptors();
        Rights();
    }

    private static void Words()
    {
        var message = new Message(0xfeed_0001);
        for (int word = 0; word < Limits.InlineWords; word++)
            message.Words[word] = Registers.Pattern(word);
        Report.Equal("call"u8, 0, Kernel.Call(Places.EchoPortal, ref message).Value);
        Tally wrong = default;
        for (int word = 0; word < Limits.InlineWords; word++)
        {
            ulong value = message.Words[word];
            wrong.Add((uint)word, value == ~Registers.Pattern(word), value);
        }
        Report.None("eight-words-there-and-back"u8, in wrong);
        Report.Equal("badge"u8, Echo.Badge, Echo.LastBadge);
        Report.Equal("label-arrives"u8, 0xfeed_0001ul << 32, Echo.LastDescriptor);
        Report.Equal("label-comes-back"u8, 0xfeed_0001, message.Label);
        CallResult quick = Kernel.Call(Places.EchoPortal, 7, 5);
        Report.Equal("one-word-call"u8, ~5ul, quick.Value);
    }

    private static void Page()
    {
        Tally wrong = default;
        for (uint count = 1; count <= MessageDescriptor.WordsMax; count += count < 8 ? 1u : 63u)
            CallWithPage(count, ref wrong);
        CallWithPage(MessageDescriptor.WordsMax, ref wrong);
        Report.None("utcb-words-arrive-intact"u8, in wrong);
    }

    private static void CallWithPage(uint count, ref Tally wrong)
    {
        for (int word = 0; word < (int)MessageDescriptor.WordsMax; word++)
            Utcb.Words[word] = Seed(count, word);
        var message = default(Message);
        message.Descriptor = new MessageDescriptor(0, count);
        ResultCode code = Kernel.Call(Places.EchoPortal, ref message);
        wrong.Add(count, code.IsSuccess, code.Value);
        for (int word = 0; word < (int)MessageDescriptor.WordsMax; word++)
        {
            ulong expected = word < (int)count ? ~Seed(count, word) : Seed(count, word);
            ulong value = Utcb.Words[word];
            wrong.Add((count << 16) | (uint)word, value == expected, value);
        }
    }

    private static ulong Seed(uint count, int word) =>
        (0x9e37_79b9_7f4a_7c15 * (count + 1)) ^ ((ulong)(uint)word << 40);

    private static void Descriptors()
    {
        ulong calls = Echo.Count;
        for (int bit = 10; bit < 32; bit++) Refuse(1ul << bit);
        Refuse(MessageDescriptor.WordsMax + 1);
        Refuse(0x3ff);
        Refuse(ulong.MaxValue);
        Report.Equal("refused-calls-do-not-arrive"u8, calls, Echo.Count);
    }

    private static void Refuse(ulong descriptor) => Report.Refused(
        "bad-descriptor"u8, Status.BadParameter, Reason.BadMessage,
        Raw.Call(Hypercall.Call, Places.EchoPortal, descriptor));

    private static void Rights()
    {
        Report.Refused("portal-has-no-other-right"u8, Status.BadParameter, Reason.RightsExceeded,
            SystemKernel.Delegate(
                Places.EchoPortal, 0, Narrow, Abi.Rights.PortalCall | Abi.Rights.SemaphoreUp));
        Report.Equal("portal-copied"u8, 0,
            SystemKernel.Delegate(Places.EchoPortal, 0, Narrow, Abi.Rights.PortalCall).Value);
        Report.Equal("call-by-the-copy"u8, ~1ul, Kernel.Call(Narrow, 0, 1).Value);
        SystemKernel.Discard(Narrow);
        Report.Refused("call-by-a-discarded-copy"u8, Status.BadCapability, Reason.SlotEmpty,
            Kernel.Call(Narrow, 0, 1).Code);
        Report.Equal("the-original-stays"u8, ~2ul, Kernel.Call(Places.EchoPortal, 0, 2).Value);
    }
}
