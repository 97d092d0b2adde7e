// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Programs;

/// <summary>
/// What the partition manager builds: it writes a <see cref="Script"/> of hypercalls. It uses
/// only what it could know, and any of its calls may be refused, as the rest of the system
/// goes on meanwhile.
/// </summary>
internal sealed partial class ManagerProgram
{
    private const uint FirstSelector = 20;
    private const int SelectorsWanted = 72;

    private readonly Script _script;
    private readonly bool[] _isPromised = new bool[Limits.SelectorsMax];
    private readonly uint[] _portals = new uint[24];
    private readonly uint[] _semaphores = new uint[8];
    private int _portalCount;
    private int _semaphoreCount;
    private SystemShape _shape = new();
    private ulong _nextUtcb;
    private uint _cursor;
    private int _cpu;
    private SeededRandom _random;
    private World? _world;

    internal ManagerProgram(Script script) => _script = script;

    /// <summary>The first system of a seed.</summary>
    internal void PlanSystem(World world, SystemShape shape, ref SeededRandom random)
    {
        _shape = shape;
        _nextUtcb = 1;
        Begin(world, ref random);
        _portalCount = _semaphoreCount = 0;
        for (int count = _random.Range(1, 6); count > 0; count--)
        {
            Place();
            AddSemaphore();
        }
        HasSchedules = _random.OneIn(3);
        if (HasSchedules) AddSchedule();
        uint services = AddDomain(40);
        int servers = _random.Range(1, 5) + (_shape.CpuCount / 2);
        for (int count = servers; count > 0; count--) AddServer(services);
        Equip(services);
        for (int count = _random.Range(1, 4); count > 0; count--) AddClient();
        for (int count = _random.Below(3); count > 0; count--) AddMachine(services);
        for (int count = _random.Below(3); count > 0; count--) AddDriver();
        if (!_random.OneIn(4)) AddBackground();
        End(ref random);
    }

    /// <summary>Something is added to a running system, after room was made for it.</summary>
    internal void PlanMore(World world, ref SeededRandom random)
    {
        Begin(world, ref random);
        MakeRoom();
        Remember();
        uint domain = FindOwn(ObjectKind.ProtectionDomain);
        switch (_random.Below(13))
        {
            case 11 when HasSchedules: AddSchedule(); break;
            case 12 when HasSchedules && _random.OneIn(4): FillSchedule(); break;
            case 7: AddHoarder(); break;
            case 8: AddSchedulingWithoutHomes(); break;
            case 9: AddMachine(domain); break;
            case 0: AddClient(); break;
            case 1: AddMachine(domain); break;
            case 2: AddDriver(); break;
            case 3: AddServer(AddDomain(30)); break;
            case 4: Place(); AddSemaphore(); break;
            case 5: AddChain(); break;
            case 6: Equip(domain); break;
            default: AddBackground(); break;
        }
        End(ref random);
    }

    /// <summary>A domain, a semaphore or a context dies, whatever it is doing.</summary>
    internal void PlanDeath(World world, ref SeededRandom random)
    {
        Begin(world, ref random);
        ObjectKind kind = _random.Below(6) switch
        {
            0 or 1 => ObjectKind.Semaphore,
            2 => ObjectKind.ExecutionContext,
            _ => ObjectKind.ProtectionDomain,
        };
        uint victim = _shape.CpuCount > 1 && _random.OneIn(2) ? FindRunning() : 0;
        if (victim != 0) kind = ObjectKind.ExecutionContext;
        else victim = FindOwn(kind);
        bool isStopped = kind == ObjectKind.ExecutionContext && _random.OneIn(2);
        if (victim != 0 && isStopped) _script.Add(Hypercall.Stop, victim);
        else if (victim != 0) _script.Add(Hypercall.Revoke, victim, 1);
        End(ref random);
    }

    // On which CPU the next parts are to be.
    private void Place() => _cpu = _shape.CpuCount == 1 ? 0 : _random.Below(_shape.CpuCount);

    // An argument whose upper half names that CPU.
    private ulong On(ulong value) =>
        _shape.CpuCount == 1 ? value : value | ((ulong)(_cpu + 1) << 32);

    private void Begin(World world, ref SeededRandom random)
    {
        _cpu = 0;
        _world = world;
        _random = random;
        _cursor = FirstSelector;
        Array.Clear(_isPromised);
    }

    private void End(ref SeededRandom random)
    {
        _world = null;
        random = _random;
    }

    // Whether the seed's system divides its time into windows.
    private bool HasSchedules { get; set; }

    private Run<Capability> Slots =>
        _world!.State.System.RootDomain.In(ref _world.State).Slots;

    private bool IsFree(uint selector) =>
        !_isPromised[selector] && Slots.At(selector).In(ref _world!.State).IsEmpty;

    private uint Promise()
    {
        for (; _cursor < Limits.SelectorsMax; _cursor++)
        {
            if (!IsFree(_cursor)) continue;
            _isPromised[_cursor] = true;
            return _cursor++;
        }
        return (uint)_random.Below(Limits.SelectorsMax);
    }

    // Selectors that the boot did not fill.
    private bool IsOwn(uint selector) =>
        selector >= FirstSelector
        && selector - Selectors.BootSegments > (uint)_shape.MemoryPages.Count + 1;

    private void MakeRoom()
    {
        int free = 0;
        for (uint selector = FirstSelector; selector < Limits.SelectorsMax; selector++)
        {
            if (IsFree(selector)) free++;
        }
        for (int attempt = 0; free < SelectorsWanted && attempt < 512; attempt++)
        {
            uint selector = (uint)_random.Range((int)FirstSelector, Limits.SelectorsMax);
            if (!IsOwn(selector) || IsFree(selector) || _isPromised[selector]) continue;
            _isPromised[selector] = true;
            _script.Add(Hypercall.Revoke, selector, 1);
            free++;
        }
        // What was taken back is free when the rest of the script runs.
        Array.Clear(_isPromised);
    }

    // Portals and semaphores that there are already.
    private void Remember()
    {
        _portalCount = _semaphoreCount = 0;
        for (uint selector = FirstSelector; selector < Limits.SelectorsMax; selector++)
        {
            ObjectKind kind = Slots.At(selector).In(ref _world!.State).Kind;
            if (kind == ObjectKind.Portal) Keep(_portals, ref _portalCount, selector);
            if (kind == ObjectKind.Semaphore) Keep(_semaphores, ref _semaphoreCount, selector);
        }
    }

    private static void Keep(uint[] selectors, ref int count, uint selector)
    {
        if (count < selectors.Length) selectors[count++] = selector;
    }

    // What runs on one of the CPUs while the manager does; 0: nothing of its own.
    private uint FindRunning()
    {
        ref KernelState state = ref _world!.State;
        int first = _random.Below(_shape.CpuCount);
        for (int count = 0; count < _shape.CpuCount; count++)
        {
            int cpu = (first + count) % _shape.CpuCount;
            Link<ExecutionContext> running = _world.Processors[cpu].Current;
            if (running.IsNone || running == _world.Root) continue;
            uint selector =
                ObjectChoice.SelectorOf(ref state, Slots, running.Reinterpret<ObjectHeader>());
            if (selector != 0 && IsOwn(selector)) return selector;
        }
        return 0;
    }

    private uint FindOwn(ObjectKind kind)
    {
        uint start = (uint)_random.Below(Limits.SelectorsMax);
        for (uint count = 0; count < Limits.SelectorsMax; count++)
        {
            uint selector = (start + count) % Limits.SelectorsMax;
            if (IsOwn(selector) && Slots.At(selector).In(ref _world!.State).Kind == kind)
            {
                return selector;
            }
        }
        return 0;
    }
}
