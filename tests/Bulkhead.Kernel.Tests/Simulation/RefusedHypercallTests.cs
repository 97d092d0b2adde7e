// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Simulation;

/// <summary>A refused hypercall changes nothing but the caller's result: the kernel's bytes before
/// and after are the same.</summary>
[Verifies("R-QUOTA-3", "I32")]
public class RefusedHypercallTests
{
    private const int CallsWanted = 24_000;
    private const int CallsPerSystem = 600;

    [Fact]
    public void Refused_calls_leave_every_byte_of_the_kernel()
    {
        HashSet<Reason> reasons = [];
        HashSet<Hypercall> refused = [];
        int calls = 0;
        for (int seed = 0; calls < CallsWanted; seed++)
        {
            using Campaign campaign = new(seed, reasons, refused);
            calls += campaign.Run(CallsPerSystem);
        }
        Hypercall[] neverRefused = [Hypercall.Yield];
        Assert.Empty(Enum.GetValues<Hypercall>().Except(refused).Except(neverRefused));
        string names = string.Join(", ", reasons.Order());
        Assert.True(reasons.Count >= 25, $"only {reasons.Count} reasons: {names}");
    }

    private sealed class Campaign : IDisposable
    {
        private readonly KernelHarness _kernel;
        private readonly Random _random;
        private readonly ArgumentSource _arguments;
        private readonly HashSet<Reason> _reasons;
        private readonly HashSet<Hypercall> _refused;
        private readonly byte[] _before = new byte[StateBlock.Size];
        private readonly int _seed;

        internal Campaign(int seed, HashSet<Reason> reasons, HashSet<Hypercall> refused)
        {
            _seed = seed;
            _reasons = reasons;
            _refused = refused;
            _random = new Random(seed);
            _kernel = new KernelHarness(usesFastPath: seed % 2 == 0);
            _arguments = new ArgumentSource(_kernel, _random, badShare: 0.35);
            new RandomSystem(_kernel, _random).Build();
        }

        internal int Run(int calls)
        {
            for (int call = 0; call < calls; call++)
            {
                if (_kernel.Current.IsNone || _kernel.Current.In(ref _kernel.State).IsVcpu)
                {
                    return call;
                }
                // A dispatch that is due would change the state at any hypercall.
                if (_kernel.Cpu.MustDispatch != 0) _kernel.Processor.Hypercall(Hypercall.Yield);
                else Try(call);
            }
            return calls;
        }

        public void Dispose() => _kernel.Dispose();

        private void Try(int call)
        {
            Link<ExecutionContext> caller = _kernel.Current;
            ref ExecutionContext context = ref caller.In(ref _kernel.State);
            Hypercall number = _arguments.NextHypercall();
            if (number == Hypercall.Stop && _random.Next(4) != 0) return;
            ulong[] arguments = _arguments.Draw(caller, number);
            for (int register = 0; register < arguments.Length; register++)
            {
                context.Frame[register] = arguments[register];
            }
            _kernel.Machine.StateBytes.CopyTo(_before);
            string consoleBefore = _kernel.Machine.Console.ToString();
            PowerState powerBefore = _kernel.Machine.Power;
            ulong counter = context.Frame[RegisterFrame.ProgramCounter];
            _kernel.Processor.Hypercall(number);
            // A server that replied may run again for another caller.
            bool isActivated = context.Frame[RegisterFrame.ProgramCounter] != counter + 4;
            if (_kernel.Current != caller || context.State != ContextState.Ready || isActivated)
            {
                return;
            }
            ResultCode result = new(context.Frame[0]);
            if (result.IsSuccess) return;
            _reasons.Add(result.Reason);
            if (Enum.IsDefined(number)) _refused.Add(number);
            MaskFrame(caller);
            int difference = _kernel.Machine.StateBytes.CommonPrefixLength(_before);
            string what = $"{number} refused with {result.Reason} changed byte {difference:x}";
            Assert.True(difference == StateBlock.Size, $"seed {_seed}, call {call}: {what}");
            Assert.Equal(consoleBefore, _kernel.Machine.Console.ToString());
            Assert.Equal(powerBefore, _kernel.Machine.Power);
        }

        // The caller's own registers: the result, what hypercalls destroy, and the program counter
        // behind the instruction.
        private void MaskFrame(Link<ExecutionContext> caller)
        {
            ref ExecutionContext context = ref caller.In(ref _kernel.State);
            RegisterFrame before =
                Unsafe.ReadUnaligned<ExecutionContext>(ref _before[caller.Offset]).Frame;
            for (int register = 1; register < 10; register++)
            {
                Assert.Equal(before[register], context.Frame[register]);
            }
            before[0] = context.Frame[0];
            for (int register = 10; register < 18; register++)
            {
                before[register] = context.Frame[register];
            }
            before[RegisterFrame.ProgramCounter] = context.Frame[RegisterFrame.ProgramCounter];
            int offset = (int)caller.Offset + Unsafe.SizeOf<ObjectHeader>();
            Unsafe.WriteUnaligned(ref _before[offset], before);
        }
    }
}
