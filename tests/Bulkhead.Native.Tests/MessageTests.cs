// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Native.Tests;

public sealed class MessageTests
{
    // start.S and hypercall.S count on these.
    [Fact]
    public void Layout_IsWhatTheStubsExpect()
    {
        Assert.Equal(80, Unsafe.SizeOf<Message>());
        Assert.Equal(0, Marshal.OffsetOf<Message>(nameof(Message.Badge)));
        Assert.Equal(8, Marshal.OffsetOf<Message>(nameof(Message.Descriptor)));
        Assert.Equal(16, Marshal.OffsetOf<Message>(nameof(Message.Words)));
        Assert.Equal(16, Unsafe.SizeOf<CallResult>());
    }

    [Fact]
    public void Bytes_AreWordsOneToSeven()
    {
        var message = new Message(3);
        message.Bytes[0] = 0x11;
        message.Bytes[Message.BytesMax - 1] = 0x22;
        Assert.Equal(Message.BytesMax, message.Bytes.Length);
        Assert.Equal(0ul, message.Words[0]);
        Assert.Equal(0x11ul, message.Words[1]);
        Assert.Equal(0x2200_0000_0000_0000ul, message.Words[7]);
    }

    [Fact]
    public void Label_IsInTheDescriptor()
    {
        var message = new Message((uint)ConsoleProtocol.Write);
        Assert.Equal((uint)ConsoleProtocol.Write, message.Label);
        Assert.Equal(0u, message.Descriptor.UtcbWords);
        Assert.True(message.Descriptor.IsValid);
    }

    [Fact]
    public void Reply_ClearsEverythingElse()
    {
        var message = new Message(7);
        message.Words[5] = 99;
        message.Reply(42);
        Assert.Equal(42ul, message.Words[0]);
        Assert.Equal(0ul, message.Words[5]);
        Assert.Equal(0ul, message.Descriptor.Value);
    }
}
