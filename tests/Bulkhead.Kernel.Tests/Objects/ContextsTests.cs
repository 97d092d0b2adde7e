// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

public class ContextsTests
{
    [Fact]
    public void A_new_thread_has_its_domains_space_and_tables()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        ref ExecutionContext thread = ref kernel.ContextOf(
            kernel.CreateThread(domain, tag: 9, argument: 5)).In(ref kernel.State);
        ref ProtectionDomain row = ref kernel.DomainOf(domain).In(ref kernel.State);
        Assert.Equal(kernel.DomainOf(domain), thread.Domain);
        Assert.Equal(row.TranslationRoot, thread.Controls.TranslationRoot);
        Assert.Equal(row.Slots.At(3), thread.Slots.At(3));
        Assert.Equal((ContextState.Ready, 0ul, 9ul), (thread.State, thread.AcceptKey, thread.Tag));
        Assert.Equal(5ul, thread.Frame[0]);
        Assert.Equal(KernelHarness.Entry, thread.Frame[RegisterFrame.ProgramCounter]);
        Assert.Equal(KernelHarness.Stack, thread.Frame[RegisterFrame.StackPointer]);
    }

    [Fact]
    public void A_new_server_waits_for_calls()
    {
        using KernelHarness kernel = new();
        ref ExecutionContext server =
            ref kernel.ContextOf(kernel.CreateServer()).In(ref kernel.State);
        Assert.Equal(
            (ContextState.Idle, 1, server.Key), (server.State, server.IsServer, server.AcceptKey));
        Assert.NotEqual(0ul, server.Key);
    }

    [Fact]
    public void The_pool_of_message_pages_bounds_the_threads()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(objects: 100);
        for (uint count = 1; count < KernelState.UtcbsMax; count++) kernel.CreateThread(domain);
        kernel.Call(Hypercall.CreateThread, kernel.FreeSelector(), domain, kernel.FreeUtcb(), 0, 1)
            .Refuses(Status.NoResources, Reason.PoolExhausted);
    }

    [Fact]
    public void A_message_page_shows_in_the_domain_where_it_was_asked_for()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        ref ExecutionContext thread =
            ref kernel.ContextOf(kernel.CreateThread(domain)).In(ref kernel.State);
        thread.Utcb.In(ref kernel.State)[3] = 0xfeed;
        Translation at = kernel.Translate(domain, thread.UtcbAddress + 24)!.Value;
        Assert.Equal(MemoryAccess.Read | MemoryAccess.Write, at.Access);
        Assert.Equal(0xfeedul, kernel.Machine.Memory.Read(at.Address));
    }
}
