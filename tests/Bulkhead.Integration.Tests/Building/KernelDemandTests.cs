// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Emit;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;
using Bulkhead.Integration.Tests.Emit;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Integration.Tests.Building;

/// <summary>What the tool counts is what the kernel holds when the manager has built the
/// system.</summary>
public sealed class KernelDemandTests
{
    [Fact]
    public void The_tool_knows_the_kernels_capacities()
    {
        Assert.Equal(KernelState.ContextsMax, KernelPool.Contexts.Capacity);
        Assert.Equal(KernelState.UtcbsMax, KernelPool.MessagePages.Capacity);
        Assert.Equal(KernelState.VcpusMax, KernelPool.VirtualCpus.Capacity);
        Assert.Equal(KernelState.SchedulingContextsMax, KernelPool.SchedulingContexts.Capacity);
        Assert.Equal(KernelState.PortalsMax, KernelPool.Portals.Capacity);
        Assert.Equal(KernelState.SemaphoresMax, KernelPool.Semaphores.Capacity);
        Assert.Equal(KernelState.WindowQueuesMax, KernelPool.RunQueues.Capacity);
        Assert.Equal(KernelState.MappingsMax, KernelPool.Mappings.Capacity);
        Assert.Equal(KernelState.TablePagesMax, KernelPool.TablePages.Capacity);
        Assert.True(KernelPool.Memory.Capacity <= KernelState.SegmentsMax);
        using SystemFixture fixture = new();
        using BuiltSystem system = new(fixture.Image.Bytes, 1);
        Assert.Equal(system.ManagerPagesQuota, KernelPool.ManagerTablePages.Capacity);
    }

    [Theory]
    [MemberData(nameof(SampleSystems.All), MemberType = typeof(SampleSystems))]
    public void The_kernel_holds_what_the_tool_counts(string name) =>
        Compare(SampleSystems.Find(name), 0);

    /// <summary>Whatever number of partitions, processors, threads and pages: the tool accepts what
    /// can be built, and nothing else.</summary>
    [Theory]
    [MemberData(nameof(SampleSystems.Growing), MemberType = typeof(SampleSystems))]
    public void The_tool_refuses_what_the_kernel_has_no_room_for(string name)
    {
        using SystemFixture fixture = new(SampleSystems.Find(name));
        bool isAccepted = true;
        for (int count = 1; isAccepted; count++)
        {
            SystemSetup setup = fixture.Repeat(0, count);
            SystemImage image = SystemImageBuilder.Build(setup);
            using BuiltSystem system = new(image.Bytes, setup.Model.CpuCount);
            string[] exceeded = [.. Demands(setup.Model, image)
                .Where(demand => demand.Total > demand.Pool.Capacity)
                .Select(demand => demand.Pool.Things)];
            Assert.True(
                system.IsBuilt == (exceeded.Length == 0),
                $"{count}: {system.Failure.Reason}, tool: {string.Join(", ", exceeded)}");
            isAccepted = system.IsBuilt;
        }
    }

    /// <summary>The manager maps the whole memory of a native partition once.</summary>
    [Theory]
    [InlineData(24)]
    [InlineData(28)]
    [InlineData(30)]
    [InlineData(32)]
    [InlineData(34)]
    [InlineData(48)]
    public void The_tool_refuses_more_memory_than_the_manager_can_map(int mebibytes)
    {
        using SystemFixture fixture = new($$"""
            board: qemu-virt
            partitions:
              large: { native: samples/control, memory: {{mebibytes}} MiB }
            """);
        DiagnosticBag diagnostics = new();
        BoardFit.Check(fixture.Model, fixture.Image, diagnostics);
        using BuiltSystem system = new(fixture.Image.Bytes, 1);
        Assert.Equal(system.IsBuilt, !diagnostics.HasErrors);
        Assert.Equal(mebibytes <= 32, system.IsBuilt);
        Assert.Equal(
            system.IsBuilt ? Reason.None : Reason.TableQuota, system.Failure.Reason);
    }

    [Fact]
    public void Random_systems_hold_what_the_tool_counts()
    {
        int builtCount = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            string text = RandomSystem.Describe(seed);
            using TestTree tree = new();
            // It has no room for some of them.
            if (tree.Read(text) is null)
            {
                Assert.All(
                    tree.Diagnostics.Where(d => d.Severity == Severity.Error),
                    d => Assert.Equal(DiagnosticId.TooMany, d.Id));
                continue;
            }

            Compare(text, seed);
            builtCount++;
        }

        Assert.InRange(builtCount, 30, 95);
    }

    internal static IReadOnlyList<PoolDemand> Demands(SystemModel model, SystemImage image) =>
        [.. KernelDemand.Of(model), .. ImageDemand.Of(model, image.Tables)];

    private static void Compare(string description, int seed)
    {
        using SystemFixture fixture = new(description);
        Assert.False(fixture.Diagnostics.HasErrors);
        using BuiltSystem system = new(fixture.Image.Bytes, fixture.Model.CpuCount);
        IReadOnlyList<PoolDemand> demands = Demands(fixture.Model, fixture.Image);
        // The manager's selectors are no pool of the kernel.
        Dictionary<KernelPool, int> held = Held(system);
        Assert.True(
            system.IsBuilt == demands.All(demand => demand.Total <= demand.Pool.Capacity),
            $"seed {seed}: {system.Failure.Status} {system.Failure.Reason}\n{description}");
        if (!system.IsBuilt) return;
        Assert.Equal(
            string.Join('\n', demands.Where(demand => held.ContainsKey(demand.Pool))
                .Select(demand => $"seed {seed}: {demand.Total} {demand.Pool.Things}")),
            string.Join('\n', demands.Where(demand => held.ContainsKey(demand.Pool))
                .Select(demand => $"seed {seed}: {held[demand.Pool]} {demand.Pool.Things}")));
    }

    private static Dictionary<KernelPool, int> Held(BuiltSystem system)
    {
        ref KernelState state = ref system.State;
        Dictionary<KernelPool, int> held = new()
        {
            [KernelPool.RunQueues] = state.WindowQueueCount,
            [KernelPool.TablePages] = system.TablePagesPeak,
            [KernelPool.ManagerTablePages] = system.ManagerPagesPeak,
        };
        held[KernelPool.Contexts] = held[KernelPool.MessagePages] = held[KernelPool.VirtualCpus] =
            held[KernelPool.SchedulingContexts] = held[KernelPool.Portals] =
            held[KernelPool.Semaphores] = held[KernelPool.Memory] = held[KernelPool.Mappings] = 0;
        foreach (ExecutionContext row in state.Contexts)
        {
            held[KernelPool.Contexts] += One(row.Header.Kind);
        }

        foreach (Pools.Link<ExecutionContext> owner in state.UtcbOwners)
        {
            held[KernelPool.MessagePages] += owner.IsNone ? 0 : 1;
        }

        foreach (VirtualCpu row in state.Vcpus)
        {
            held[KernelPool.VirtualCpus] += row.Context.IsNone ? 0 : 1;
        }

        foreach (SchedulingContext row in state.SchedulingContexts)
        {
            held[KernelPool.SchedulingContexts] += One(row.Header.Kind);
        }

        foreach (Portal row in state.Portals) held[KernelPool.Portals] += One(row.Header.Kind);
        foreach (Semaphore row in state.Semaphores)
        {
            held[KernelPool.Semaphores] += One(row.Header.Kind);
        }

        foreach (MemorySegment row in state.Segments)
        {
            held[KernelPool.Memory] += One(row.Header.Kind);
        }

        foreach (Mapping row in state.Mappings)
        {
            held[KernelPool.Mappings] += row.Domain.IsNone ? 0 : 1;
        }

        return held;
    }

    private static int One(ObjectKind kind) => kind == ObjectKind.None ? 0 : 1;
}
