// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Longest;

/// <summary>From an operation to what is done for it.</summary>
internal static class Operations
{
    /// <summary>Whether timers that pass at once are measured. They are handled in the order of
    /// their instants, so what counts is how long whoever runs stands still.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>Whether it is so.</returns>
    internal static bool IsTimers(Operation operation) =>
        operation is Operation.Deadlines or Operation.Budgets or Operation.Calls;

    /// <summary>Before the first turn.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Begin(Operation operation) => operation switch
    {
        Operation.CreateThread => CrowdOperations.FillButOne(),
        Operation.CreateScheduling or Operation.DestroyScheduling =>
            CrowdOperations.Fill(),
        Operation.CreateSemaphore or Operation.CreateSegment or Operation.CreatePortal =>
            ObjectOperations.Fill(operation),
        Operation.CreateVcpu => VcpuOperations.Fill(),
        Operation.Configure => VcpuOperations.BeginConfigure(),
        Operation.Windows => WindowOperations.Begin(),
        Operation.Check => CrowdOperations.BeginCheck(),
        _ => ResultCode.Success,
    };

    /// <summary>Before each turn.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="turn">Which turn.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Prepare(Operation operation, uint turn) => operation switch
    {
        Operation.DestroyDomain => DomainOperations.Build(),
        Operation.DestroyThread => CrowdOperations.StartLast(),
        Operation.DestroyScheduling => CrowdOperations.StartMade(),
        Operation.DestroyVcpu => VcpuOperations.BindAll(),
        Operation.BindToVcpu or Operation.Recall => VcpuOperations.Create(0),
        Operation.Configure => VcpuOperations.PrepareConfigure(turn),
        Operation.DestroyWaiters => CrowdOperations.Gather(Kernel.Forever),
        Operation.DestroyLines => ObjectOperations.BindAll(),
        Operation.BindInterrupt => Kernel.CreateSemaphore(Places.First, 0),
        Operation.RevokeWide => ObjectOperations.Copy(isDeep: false),
        Operation.RevokeDeep => ObjectOperations.Copy(isDeep: true),
        Operation.RevokeParts => ObjectOperations.Divide(),
        Operation.Unmap => DomainOperations.Map(),
        Operation.StopChain => ChainOperations.BuildFaults(),
        Operation.StopServer => ChainOperations.BuildHelpers(Kernel.Forever),
        Operation.Chain => ChainOperations.BuildCalls(),
        Operation.Deadlines => CrowdOperations.Gather(CrowdOperations.NextInstant()),
        Operation.Budgets => CrowdOperations.Deplete(),
        Operation.Calls => ChainOperations.BuildHelpers(CrowdOperations.NextInstant()),
        Operation.Page => Crowd.Serve(0, ServerBadge.Of(0, 0, 0)),
        _ => ResultCode.Success,
    };

    /// <summary>The operation itself.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="turn">Which turn.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Execute(Operation operation, uint turn) => operation switch
    {
        Operation.Short => ObjectOperations.Short(),
        Operation.CreateDomain => DomainOperations.Create(),
        Operation.DestroyDomain => SystemKernel.Revoke(Places.Domain, true),
        Operation.CreateThread => CrowdOperations.CreateLast(),
        Operation.DestroyThread => SystemKernel.Revoke(Places.Threads, true),
        Operation.CreateVcpu => VcpuOperations.Create(VcpuOperations.Count - 1),
        Operation.DestroyVcpu => SystemKernel.Revoke(Places.Vcpus, true),
        Operation.CreateScheduling => CrowdOperations.StartMade(),
        Operation.DestroyScheduling => SystemKernel.Revoke(Places.Made, true),
        Operation.CreatePortal or Operation.CreateSemaphore or Operation.CreateSegment =>
            ObjectOperations.Create(operation, Places.Made),
        Operation.DestroyWaiters or Operation.DestroyLines =>
            SystemKernel.Revoke(Places.First, true),
        Operation.Delegate => SystemKernel.Delegate(
            Places.Nobody, Selectors.Null, Places.Made, Rights.SemaphoreUp),
        _ => ExecuteMore(operation, turn),
    };

    private static ResultCode ExecuteMore(Operation operation, uint turn) => operation switch
    {
        Operation.RevokeWide or Operation.RevokeDeep => SystemKernel.Revoke(Places.Made, true),
        Operation.RevokeParts => SystemKernel.Revoke(Places.Copies, true),
        Operation.Map => DomainOperations.Map(),
        Operation.Unmap => DomainOperations.Unmap(),
        Operation.BindInterrupt => ObjectOperations.BindLast(),
        Operation.BindToVcpu => VcpuOperations.Bind(Places.Interrupts - 1),
        Operation.Configure => VcpuOperations.Configure(),
        Operation.Recall => Kernel.Recall(Places.Vcpus),
        Operation.StopChain => ChainOperations.StopFaults(),
        Operation.StopServer => Kernel.Stop(Places.Threads),
        Operation.Chain => Kernel.SemaphoreUp(Places.Second),
        Operation.Page => ObjectOperations.SendPage(),
        Operation.Console => ObjectOperations.WriteConsole(),
        Operation.AddWindow => WindowOperations.Add(turn),
        Operation.Windows => WindowOperations.Watch(),
        Operation.SwitchSchedule => WindowOperations.Switch(turn),
        Operation.Check => Kernel.SemaphoreUp(Places.First),
        _ => CrowdOperations.Rest(),
    };

    /// <summary>After each turn; what is not there is not undone.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="turn">Which turn.</param>
    internal static void Undo(Operation operation, uint turn)
    {
        switch (operation)
        {
            case Operation.CreateDomain: SystemKernel.Revoke(Places.Domain, true); break;
            case Operation.CreateThread: CrowdOperations.EndLast(); break;
            case Operation.CreateVcpu: VcpuOperations.EndLast(); break;
            case Operation.BindToVcpu or Operation.Recall: VcpuOperations.End(); break;
            case Operation.Configure: VcpuOperations.UndoConfigure(turn); break;
            case Operation.CreateScheduling or Operation.CreatePortal or Operation.CreateSemaphore
                or Operation.CreateSegment or Operation.Delegate:
                SystemKernel.Revoke(Places.Made, true);
                break;
            case Operation.BindInterrupt: SystemKernel.Revoke(Places.First, true); break;
            case Operation.Map: DomainOperations.Unmap(); break;
            case Operation.DestroyThread or Operation.DestroyWaiters or Operation.StopChain
                or Operation.StopServer or Operation.Chain or Operation.Deadlines
                or Operation.Budgets or Operation.Calls or Operation.Page:
                Crowd.End();
                CrowdOperations.EndSemaphores();
                break;
            default: break;
        }
    }

    /// <summary>After the last turn.</summary>
    /// <param name="operation">The operation.</param>
    internal static void End(Operation operation)
    {
        switch (operation)
        {
            case Operation.CreateThread or Operation.CreateScheduling
                or Operation.DestroyScheduling or Operation.Check:
                Crowd.End();
                CrowdOperations.EndSemaphores();
                break;
            case Operation.CreateSemaphore or Operation.CreateSegment or Operation.CreatePortal:
                ObjectOperations.EndCopies();
                break;
            case Operation.CreateVcpu or Operation.Configure: VcpuOperations.End(); break;
            default: break;
        }
    }
}
