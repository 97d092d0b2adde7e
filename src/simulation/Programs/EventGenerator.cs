// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Programs;

/// <summary>
/// Draws the events of a seed one by one, looking at the state so that most of them make sense.
/// Everything follows from the seed, and a list of what was drawn replays without it.
/// </summary>
internal sealed class EventGenerator
{
    private const int BurstMax = 24;
    private const int HoardMax = 200;
    private const int SleepMax = 30_000;
    private const int CpuAttempts = 4;

    private static readonly Hypercall[] s_hoards =
    [
        Hypercall.CreatePortal, Hypercall.CreateSegment, Hypercall.Map, Hypercall.CreateSemaphore,
        Hypercall.Map, Hypercall.CreateDomain, Hypercall.CreateSegment,
    ];

    private readonly Script _script = new();
    private readonly CutCall _cut = new();
    private readonly EventMix _mix = new();
    private readonly ManagerProgram _manager;
    private SeededRandom _random;
    private SystemShape _shape = new();
    private SimulationEvent _last;
    private int _burstLeft;
    private int _hoardLeft;
    private Hypercall _hoard;
    private int _idleCount;

    internal EventGenerator() => _manager = new ManagerProgram(_script);

    /// <summary>What the seed does most.</summary>
    internal Theme Theme => _mix.Theme;

    /// <summary>Whether nothing has run for so long that nothing ever will.</summary>
    internal bool IsDead => _idleCount > 96;

    /// <summary>Draws the system of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="isSpecified">Whether only what the executable specification describes shall
    /// happen.</param>
    internal SystemShape Begin(ulong seed, bool isSpecified = false)
    {
        _mix.IsSpecified = isSpecified;
        _random = new SeededRandom(seed);
        _mix.Draw(ref _random);
        _script.Clear();
        _cut.Clear();
        _last = default;
        _burstLeft = _hoardLeft = _idleCount = 0;
        _shape = SystemShape.Draw(ref _random);
        if (isSpecified) _shape = _shape.WithoutTimeInside();
        return _shape;
    }

    /// <summary>Plans what the partition manager builds first.</summary>
    internal void Plan(World world) => _manager.PlanSystem(world, _shape, ref _random);

    /// <summary>Draws the next event.</summary>
    /// <returns>Whether it repeats the one before.</returns>
    internal bool Next(World world, out SimulationEvent value)
    {
        if (_burstLeft > 0)
        {
            _burstLeft--;
            value = _last;
            return true;
        }
        value = default;
        if (world.CpuCount > 1) ChooseCpu(world);
        Draw(world, ref value);
        value.Cpu = (byte)world.Cpu;
        if (_random.OneIn(128))
        {
            _burstLeft = _random.Range(1, BurstMax);
            _last = value;
        }
        return false;
    }

    // Nearly always one on which something runs.
    private void ChooseCpu(World world)
    {
        for (int attempt = 0; attempt < CpuAttempts; attempt++)
        {
            world.Select(_random.Below(world.CpuCount));
            if (!world.Current.IsNone) return;
        }
    }

    private static bool IsIdle(World world)
    {
        for (int cpu = 0; cpu < world.CpuCount; cpu++)
        {
            if (!world.Processors[cpu].Current.IsNone) return false;
        }
        return true;
    }

    private void Draw(World world, ref SimulationEvent value)
    {
        Link<ExecutionContext> current = world.Current;
        if (world.CpuCount > 1 && TryDrawArrival(world, ref value)) return;
        if (current.IsNone)
        {
            if (IsIdle(world)) _idleCount++;
            SurroundingsProgram.NextWhileIdle(world, _shape, ref _random, ref value);
            return;
        }
        if (current != world.Root) _idleCount = 0;
        if (_cut.TryTake(world, ref value)) return;
        if (_random.Below(256) < _mix.OutsideShare)
        {
            SurroundingsProgram.Next(_shape, _mix, ref _random, ref value);
            if (value.Kind == EventKind.RaiseInside)
                SurroundingsProgram.Aim(world, ref _random, ref value);
            return;
        }
        ref ExecutionContext context = ref current.In(ref world.State);
        if (context.IsVcpu) GuestProgram.Next(world.CpuCount, ref _random, ref value);
        else if (current == world.Root) NextOfManager(world, ref context, ref value);
        else NextOfThread(world, ref context, ref value);
    }

    // Interrupts between CPUs are late now and then, and overtake each other.
    private bool TryDrawArrival(World world, ref SimulationEvent value)
    {
        bool isDue = world.Machine.Interrupts.Flights.Count != 0 && _random.OneIn(6);
        if (isDue)
        {
            value.Kind = EventKind.ArriveInterrupt;
            value.Words[0] = (ulong)_random.Below(world.CpuCount);
        }
        else if (!_mix.IsFaultless && _random.OneIn(256))
        {
            value.Kind = EventKind.HoldCalls;
            value.Words[0] = (ulong)_random.Below(2);
        }
        return value.Kind != EventKind.None;
    }

    private void NextOfManager(
        World world, ref ExecutionContext context, ref SimulationEvent value)
    {
        bool wasIdle = _idleCount > 0;
        _idleCount = 0;
        if (_script.IsEmpty && _random.OneIn(wasIdle ? 3 : 16)) PlanNext(world);
        bool isSwitch = _script.Next == Hypercall.SwitchSchedule;
        if (isSwitch && !_mix.IsFaultless && _random.OneIn(2)
            && SurroundingsProgram.TryPassFrame(world, ref _random, ref value)) return;
        if (!_script.IsEmpty && !_random.OneIn(16))
        {
            _script.Take(out value);
            // The first switch of all has nothing to depend on.
            if (isSwitch && world.State.NextSchedule != 0 && !_random.OneIn(4))
            {
                ref Cpu cpu = ref context.Cpu.In(ref world.State);
                HypercallArguments.FillExpected(
                    ref world.State, ref cpu, ref _random, ref value.Words);
            }
            return;
        }
        if (_random.OneIn(2))
        {
            Sleep(world, ref context, ref value);
            return;
        }
        Hypercall number = NextHypercall();
        // The manager that waits for others, or destroys what it owns, ends the show too early.
        bool isRare = number is Hypercall.Call or Hypercall.CallUntil or Hypercall.Revoke
            or Hypercall.Discard or Hypercall.Stop or Hypercall.SemaphoreDown;
        if (isRare && !_random.OneIn(8))
        {
            Sleep(world, ref context, ref value);
            return;
        }
        Call(world, ref context, number, ref value);
    }

    private void PlanNext(World world)
    {
        bool dies = _random.OneIn(_mix.Theme == Theme.Destruction ? 2 : 6);
        if (dies) _manager.PlanDeath(world, ref _random);
        else _manager.PlanMore(world, ref _random);
    }

    // Sleeps a bounded time, so that the rest of the system gets the processor.
    private void Sleep(World world, ref ExecutionContext context, ref SimulationEvent value)
    {
        Call(world, ref context, Hypercall.SemaphoreDown, ref value);
        value.Kind = EventKind.TimedHypercall;
        value.Words[1] = (ulong)_random.Below(SleepMax);
        value.Words[2] = 1;
    }

    private void NextOfThread(
        World world, ref ExecutionContext context, ref SimulationEvent value)
    {
        if (_random.OneIn(200) && context.Domain != world.State.System.RootDomain)
        {
            value.Kind = EventKind.Fault;
            value.Words[0] = (ulong)_random.Range(1, 8);
            value.Words[1] = OddValues.Next(ref _random);
            value.Words[2] = _random.Next();
            return;
        }
        Hypercall number = NextHypercall();
        if (context.IsServer != 0 && _random.OneIn(2)) number = Hypercall.Reply;
        ushort quota = context.Domain.In(ref world.State).ObjectsQuota;
        if (quota == ManagerProgram.HoarderObjects && !_random.OneIn(8))
        {
            number = s_hoards[(int)(context.Tag % (uint)s_hoards.Length)];
        }
        if (quota == ManagerProgram.ChainObjects && !_random.OneIn(4))
        {
            value = ManagerProgram.Climb(ref world.State, context.Slots);
            return;
        }
        Call(world, ref context, number, ref value);
        if (quota == ManagerProgram.HoarderObjects && number == Hypercall.Map)
        {
            HypercallArguments.Shorten(ref _random, ref value.Words);
        }
        if (IsBored(world, ref context, in value) && !_random.OneIn(4))
        {
            SurroundingsProgram.NextWhileBored(ref _random, ref value);
        }
        if (!_mix.IsFaultless) _cut.Hold(world, ref _random, ref value);
    }

    // Whether the thread has no capability for what it would like to do.
    private static bool IsBored(
        World world, ref ExecutionContext context, in SimulationEvent value)
    {
        if ((Hypercall)value.Detail is Hypercall.Reply or Hypercall.Yield or Hypercall.SystemInfo
            or (>= Hypercall.CreateDomain and <= Hypercall.CreateSegment))
        {
            return false;
        }
        Link<Capability> slot = context.Slots.At(value.Words[0]);
        return !slot.IsNone && slot.In(ref world.State).IsEmpty;
    }

    private Hypercall NextHypercall()
    {
        if (_hoardLeft > 0)
        {
            _hoardLeft--;
            return _hoard;
        }
        if (_mix.Theme == Theme.Exhaustion && _random.OneIn(64))
        {
            _hoard = (Hypercall)_random.Range(
                (int)Hypercall.CreateDomain, (int)Hypercall.Map + 1);
            _hoardLeft = _random.Below(HoardMax);
        }
        return _random.OneIn(100) ? (Hypercall)_random.Below(65536)
            : _mix.NextHypercall(ref _random);
    }

    private void Call(
        World world, ref ExecutionContext context, Hypercall number, ref SimulationEvent value)
    {
        value.Kind = EventKind.Hypercall;
        value.Detail = (uint)number;
        HypercallArguments.Fill(world, ref context, number, ref _random, ref value.Words);
        bool hasDeadline = number is Hypercall.SemaphoreDown or Hypercall.CallUntil
            && value.Words[value.DeadlineWord] - 1 < uint.MaxValue;
        if (hasDeadline) value.Kind = EventKind.TimedHypercall;
        if (_random.Below(256) >= _mix.OddShare) return;
        if (_random.OneIn(2))
        {
            HypercallMistakes.Make(
                ref world.State, context.Slots, number, ref _random, ref value.Words);
            return;
        }
        for (int count = _random.Range(1, 3); count > 0; count--)
        {
            value.Words[_random.Below(6)] = OddValues.Next(ref _random);
        }
    }
}
