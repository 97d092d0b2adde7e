// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Simulation;

/// <summary>
/// A whole system whose every thread, guest and device does what a seed says. The invariants are
/// checked after each event; a failure names seed, event and what happened before.
/// </summary>
internal sealed class RandomProgram : IDisposable
{
    private const int RememberedMax = 25;

    private readonly Queue<string> _log = new();
    private readonly KernelHarness _kernel;
    private readonly Random _random;
    private readonly ArgumentSource _arguments;
    private readonly Coverage _coverage;
    private readonly int _seed;
    private int _event;

    internal RandomProgram(int seed, Coverage coverage)
    {
        _coverage = coverage;
        _seed = seed;
        _random = new Random(seed);
        _kernel = new KernelHarness(usesFastPath: seed % 2 == 0);
        _kernel.Machine.Clock.ReadTicks = (ulong)(seed % 3);
        _arguments = new ArgumentSource(_kernel, _random, badShare: 0.03);
        new RandomSystem(_kernel, _random).Build();
    }

    internal void Run(int events)
    {
        for (_event = 0; _event < events; _event++)
        {
            try
            {
                Step();
                _kernel.CheckInvariants();
                _coverage.Look(_kernel);
            }
            catch (Exception exception)
            {
                string log = string.Join('\n', _log);
                throw new InvalidOperationException(
                    $"seed {_seed}, event {_event}: {exception.Message}\n{log}", exception);
            }
        }
    }

    public void Dispose() => _kernel.Dispose();

    private void Step()
    {
        Touch();
        if (_random.Next(8) == 0 || _kernel.Current.IsNone) Outside();
        else if (_kernel.Current.In(ref _kernel.State).IsVcpu) Guest();
        else Thread(_kernel.Current);
    }

    // Accesses that leave translations cached.
    private void Touch()
    {
        for (int count = 0; count < 4; count++)
        {
            ref Mapping mapping = ref _kernel.State.Mappings[_random.Next(24)];
            if (mapping.Domain.IsNone) continue;
            TranslationRoot root = new(mapping.Domain.In(ref _kernel.State).TranslationRoot);
            ulong page = (ulong)_random.NextInt64((long)(mapping.Bytes / Limits.PageBytes));
            Assert.NotNull(_kernel.Machine.Walker.Translate(
                root, mapping.Address.Value + (page * Limits.PageBytes)));
        }
    }

    private void Note(string text)
    {
        _log.Enqueue($"  {_event}: {text}");
        if (_log.Count > RememberedMax) _log.Dequeue();
    }

    private void Outside()
    {
        uint id = BootImage.InterruptIds[_random.Next(BootImage.InterruptIds.Length)];
        switch (_random.Next(4))
        {
            case 0:
                Note($"interrupt {id}");
                _kernel.Machine.Interrupts.Raise(id);
                _kernel.Processor.TakeInterrupts();
                break;
            case 1:
                Note($"interrupt {id} lowered");
                _kernel.Machine.Interrupts.Lower(id);
                _kernel.Processor.TakeInterrupts();
                break;
            default:
                int ticks = _random.Next(_random.Next(2) == 0 ? 50 : 3000);
                Note($"{ticks} ticks pass");
                _kernel.Processor.Advance((ulong)ticks);
                break;
        }
    }

    private void Thread(Link<ExecutionContext> thread)
    {
        ref ExecutionContext context = ref thread.In(ref _kernel.State);
        bool isManagers = context.Domain == _kernel.State.System.RootDomain;
        if (!isManagers && _random.Next(40) == 0)
        {
            Note($"@{thread.Offset:x} faults");
            _kernel.Processor.Fault(FaultKind.DataAccess, 0xdead_0000, 0x9200_0007);
            return;
        }
        Hypercall number = _arguments.NextHypercall();
        if (context.IsServer != 0 && _random.Next(3) == 0) number = Hypercall.Reply;
        if (thread == _kernel.Root && _random.Next(3) == 0) number = Hypercall.SemaphoreDown;
        if (number is Hypercall.Stop or Hypercall.Revoke or Hypercall.Discard
            && _random.Next(3) != 0)
        {
            number = Hypercall.Call;
        }
        ulong[] arguments = _arguments.Draw(thread, number);
        for (int register = 0; register < arguments.Length; register++)
        {
            context.Frame[register] = arguments[register];
        }
        string words = string.Join(", ", arguments.Select(value => value.ToString("x")));
        Note($"@{thread.Offset:x} {number}({words})");
        ulong key = context.Key;
        _kernel.Processor.Hypercall(number);
        if (context.Key != key) return;
        Status status = new ResultCode(context.Frame[0]).Status;
        _coverage.Mark(status);
        Note($"  {status} {new ResultCode(context.Frame[0]).Reason}, {context.State}");
    }

    private void Guest()
    {
        SimulatedProcessor processor = _kernel.Processor;
        ref VirtualCpu vcpu = ref _kernel.Current.In(ref _kernel.State).Vcpu.In(ref _kernel.State);
        int choice = _random.Next(9);
        Note($"@{_kernel.Current.Offset:x} guest {choice}");
        switch (choice)
        {
            case 0: processor.Access(_arguments.Odd(), new MmioAccess((ulong)_random.Next(0x2000)),
                _arguments.Odd()); break;
            case 1: processor.Exit(ExitKind.SystemRegister, _arguments.Odd(), 1); break;
            case 2: processor.GuestHypercall(1ul << 16); break;
            case 3: processor.Exit(ExitKind.Fault, 1, 2, 3, 4); break;
            case 4: processor.Halt(); break;
            case 5: GuestTimer.Set(ref vcpu, _kernel.Now + (ulong)_random.Next(500)); break;
            default: HandleInterrupt(ref vcpu); break;
        }
        processor.TakeInterrupts();
    }

    private void HandleInterrupt(ref VirtualCpu vcpu)
    {
        if (_random.Next(2) == 0 && InterruptSlots.Take(ref vcpu) != InterruptSlots.NoInterrupt)
        {
            return;
        }
        for (int index = 0; index < InterruptSlots.Count; index++)
        {
            InterruptSlot slot = InterruptSlots.Get(in vcpu, index);
            if (!slot.IsActive) continue;
            InterruptSlots.End(_kernel.Machine, ref vcpu, slot.Interrupt);
            return;
        }
    }
}
