// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Reference;

namespace Bulkhead.Simulation.Workloads;

/// <content>What hypercalls mean to the naive scheduler. Whether objects can be made is the
/// kernel's answer; whether and how long somebody runs is not.</content>
internal sealed partial class SchedulerFollower
{
    private static bool IsKnown(Hypercall number) => number
        is Hypercall.CreateThread or Hypercall.CreateSemaphore or Hypercall.AddWindow
        or Hypercall.CreateSchedulingContext or Hypercall.Revoke or Hypercall.SwitchSchedule
        or Hypercall.SemaphoreUp or Hypercall.SemaphoreDown or Hypercall.Yield
        or Hypercall.ConsumedTime;

    private void Mirror(in SimulationEvent value, Worker caller, in Answer answer)
    {
        EventWords x = value.Words;
        switch ((Hypercall)value.Detail)
        {
            case Hypercall.CreateThread:
                AddThread(in x, caller, in answer);
                break;
            case Hypercall.CreateSemaphore:
                AddCounter(in x, caller, in answer);
                break;
            case Hypercall.AddWindow:
                AddWindow(in x, in answer);
                break;
            case Hypercall.CreateSchedulingContext:
                AddShare(in x, in answer);
                break;
            case Hypercall.Revoke:
                Revoke(in x, in answer);
                break;
            case Hypercall.SwitchSchedule:
                Switch(in x, in answer);
                break;
            case Hypercall.SemaphoreUp:
                Raise(in x, in answer);
                break;
            case Hypercall.SemaphoreDown:
                Take(in x, caller, in answer);
                break;
            case Hypercall.Yield:
                Naive.Yield(caller.Cpu);
                break;
            case Hypercall.ConsumedTime:
                That(!_shares.TryGetValue(x[0], out Share? share)
                    || (answer.Code.IsSuccess && answer.Value == share.Consumed),
                    $"consumed time is told as {answer.Value}");
                break;
        }
    }

    private void AddThread(in EventWords x, Worker caller, in Answer answer)
    {
        if (!answer.Code.IsSuccess) return;
        Worker worker = Naive.AddWorker(CpuOf(x[1], caller));
        _workers.Add(x[0], worker);
        _comparison.Know(worker, ObjectAt(x[0]).Reinterpret<ExecutionContext>());
    }

    private void AddCounter(in EventWords x, Worker caller, in Answer answer)
    {
        if (!answer.Code.IsSuccess) return;
        Counter counter = new(CpuOf(x[1], caller), (uint)x[1]);
        _counters.Add(x[0], counter);
        _comparison.Know(counter, ObjectAt(x[0]).Reinterpret<Semaphore>());
    }

    private void AddWindow(in EventWords x, in Answer answer)
    {
        bool isUsed = x[1] < Limits.SchedulesMax && Naive.Frames.IsUsed((int)x[1]);
        That(!isUsed || answer.Code.Reason == Reason.ScheduleInUse || !answer.Code.IsSuccess,
            $"a schedule in use was changed");
        if (!answer.Code.IsSuccess) return;
        Naive.AddWindow((int)x[1], new Window((int)x[2], (int)x[3], x[4], x[5] != 0));
    }

    private void AddShare(in EventWords x, in Answer answer)
    {
        bool isKnown = _workers.TryGetValue(x[1], out Worker? worker);
        bool isPossible = isKnown && worker!.Share is null && !_shares.ContainsKey(x[0])
            && x[0] >= WorkloadLayout.Shares && (x[4] == 0 || (x[3] != 0 && x[3] <= x[4]))
            && (x[5] == 0 || Naive.Frames.Names(worker.Cpu, (int)x[5]));
        That(isPossible == answer.Code.IsSuccess,
            $"time was given or not with {answer.Code.Value}");
        if (!isPossible) return;
        ShareTerms terms = new((int)x[2], x[3], x[4], (int)x[5]);
        Share share = Naive.AddShare(worker!, _distortion?.Invoke(terms) ?? terms);
        _shares.Add(x[0], share);
        _comparison.Know(share, ObjectAt(x[0]).Reinterpret<SchedulingContext>());
    }

    private void Revoke(in EventWords x, in Answer answer)
    {
        if (x[1] != 1 || !_shares.Remove(x[0], out Share? share)) return;
        // Nothing of an answer is left when the caller's own time is gone, but it is there.
        That(answer.Code.IsSuccess, $"time was not taken away: {answer.Code.Value}");
        Naive.RemoveShare(share);
        _comparison.Forget(share);
    }

    private void Switch(in EventWords x, in Answer answer)
    {
        Counter? raised = null;
        bool isPossible = x[0] == Selectors.System && x[1] < Limits.SchedulesMax
            && Naive.Frames.IsWhole((int)x[1], Naive.CpuCount)
            && (x[2] == 0 || _counters.TryGetValue(x[2], out raised));
        That(isPossible == answer.Code.IsSuccess,
            $"a schedule was switched to or not with {answer.Code.Value}");
        if (isPossible) Naive.Switch((int)x[1], raised);
    }

    private void Raise(in EventWords x, in Answer answer)
    {
        bool isKnown = _counters.TryGetValue(x[0], out Counter? counter);
        That(isKnown == answer.Code.IsSuccess, $"a raise was answered with {answer.Code.Value}");
        if (isKnown) Naive.Raise(counter!);
    }

    private void Take(in EventWords x, Worker caller, in Answer answer)
    {
        bool isKnown = _counters.TryGetValue(x[0], out Counter? counter) && x[2] <= 1;
        if (!isKnown || counter!.Cpu != caller.Cpu)
        {
            That(!answer.Code.IsSuccess, $"somebody waits where nobody can");
            return;
        }
        Naive.Take(caller, counter, x[1], x[2] == 1);
        if (caller.WaitsFor is not null) _comparison.Await(caller);
        else SchedulerComparison.CheckTaken(caller, in answer);
    }

    private static int CpuOf(ulong word, Worker caller)
    {
        int cpu = (int)(word >> 32) - 1;
        return cpu < 0 ? caller.Cpu : cpu;
    }

    private Link<ObjectHeader> ObjectAt(ulong selector)
    {
        ref KernelState state = ref World.State;
        Run<Capability> slots = World.Root.In(ref state).Slots;
        return slots.At((uint)selector).In(ref state).Object;
    }
}
