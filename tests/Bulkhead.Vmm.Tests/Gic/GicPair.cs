// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Vmm.Tests.Gic;

/// <summary>The controller and its model, driven alike.</summary>
internal sealed class GicPair
{
    private readonly TestMachine _machine;
    private readonly InterruptModel[] _model;
    private readonly uint _vcpuCount;
    private bool _isGroupEnabled;

    public GicPair(uint vcpuCount)
    {
        _vcpuCount = vcpuCount;
        _machine = new TestMachine(vcpuCount);
        _model = Enumerable.Range(0, (int)vcpuCount * 32 + Limits.VirtualInterruptsMax)
            .Select(index => (IsPrivate: index < vcpuCount * 32, Id: index % 32))
            .Select(each => new InterruptModel { IsEdge = each.IsPrivate && each.Id < 16 })
            .ToArray();
    }

    public void Apply(GicStep step)
    {
        (uint interrupt, uint vcpu) = (step.Interrupt, step.Vcpu);
        switch (step.Operation)
        {
            case 0:
                WriteBits(GicAddress.SetEnable, step, (each, bit) => each.IsEnabled |= bit);
                break;
            case 1:
                WriteBits(GicAddress.ClearEnable, step, (each, bit) => each.IsEnabled &= !bit);
                break;
            case 2:
                WriteBits(GicAddress.SetPending, step, (each, bit) => each.IsLatched |= bit);
                break;
            case 3:
                WriteBits(GicAddress.ClearPending, step, (each, bit) => each.IsLatched &= !bit);
                break;
            case 4:
                WriteBits(GicAddress.SetActive, step, (each, bit) => each.IsActive |= bit);
                break;
            case 5:
                WriteBits(GicAddress.ClearActive, step, (each, bit) => each.IsActive &= !bit);
                break;
            case 6: WriteBits(GicAddress.Group, step, (_, _) => { }); break;
            case 7: WritePriority(interrupt, vcpu, step.Value); break;
            case 8: WritePriorities(interrupt & ~3u, vcpu, step.Value); break;
            case 9: WriteConfiguration(interrupt, vcpu, step.Value); break;
            case 10: WriteRoute(interrupt, step.Value % (_vcpuCount + 2)); break;
            case 11: SetLine(interrupt, (step.Value & 1) != 0); break;
            default: WriteControl((step.Value & 1) != 0); break;
        }
    }

    public void Compare()
    {
        for (uint interrupt = 0; interrupt < Limits.VirtualInterruptsMax; interrupt++)
        {
            for (uint vcpu = 0; vcpu < (interrupt < 32 ? _vcpuCount : 1); vcpu++)
                Compare(interrupt, vcpu);
        }
    }

    private InterruptModel Model(uint interrupt, uint vcpu) =>
        _model[interrupt < 32 ? (vcpu * 32) + interrupt : (_vcpuCount * 32) + interrupt];

    private void WriteBits(uint register, GicStep step, Action<InterruptModel, bool> change)
    {
        _machine.Write(GicAddress.Bits(register, step.Interrupt, step.Vcpu), step.Value);
        uint first = step.Interrupt & ~31u;
        for (int bit = 0; bit < 32; bit++)
            change(Model(first + (uint)bit, step.Vcpu), ((step.Value >> bit) & 1) != 0);
    }

    private void WritePriority(uint interrupt, uint vcpu, uint value)
    {
        _machine.Write(GicAddress.PriorityByte(interrupt, vcpu), value, 1);
        Model(interrupt, vcpu).Priority = (byte)(value & 0xf8);
    }

    private void WritePriorities(uint first, uint vcpu, uint value)
    {
        _machine.Write(GicAddress.PriorityByte(first, vcpu), value);
        for (int index = 0; index < 4; index++)
            Model(first + (uint)index, vcpu).Priority = (byte)((value >> (8 * index)) & 0xf8);
    }

    private void WriteConfiguration(uint interrupt, uint vcpu, uint value)
    {
        _machine.Write(GicAddress.ConfigurationWord(interrupt, vcpu), value);
        if (interrupt < 32) return;
        uint first = interrupt & ~15u;
        for (int index = 0; index < 16; index++)
            Model(first + (uint)index, vcpu).IsEdge = ((value >> ((2 * index) + 1)) & 1) != 0;
    }

    private void WriteRoute(uint interrupt, ulong route)
    {
        if (interrupt < 32) return;
        _machine.Write(GicAddress.Route(interrupt), route, 8);
        InterruptModel model = Model(interrupt, 0);
        model.Route = route;
        if (route >= _vcpuCount || route == model.Home) return;
        // What a line holds pending and what a write holds pending is one bit to the kernel.
        if (model.HasLine && !model.IsEdge) model.IsLatched = false;
        model.Home = route;
        model.HasMoved = true;
    }

    private void SetLine(uint interrupt, bool isRaised)
    {
        if (interrupt < 32) return;
        OutsidePort port = _machine.Outside.Port;
        _machine.Machine.Interrupts.SetLine(ref port, interrupt, isRaised);
        InterruptModel model = Model(interrupt, 0);
        if (model.IsEdge && isRaised && !model.HasLine) model.IsLatched = true;
        model.HasLine = isRaised;
    }

    private void WriteControl(bool isEnabled)
    {
        _isGroupEnabled = isEnabled;
        _machine.Write(GicAddress.Control, isEnabled ? 2u : 0);
    }

    private bool Bit(uint register, uint interrupt, uint vcpu) =>
        (_machine.Read(GicAddress.Bits(register, interrupt, vcpu)) & (1u << (int)(interrupt % 32)))
        != 0;

    private void Compare(uint interrupt, uint vcpu)
    {
        InterruptModel model = Model(interrupt, vcpu);
        Assert.Equal(model.IsEnabled, Bit(GicAddress.SetEnable, interrupt, vcpu));
        Assert.Equal(model.IsEnabled, Bit(GicAddress.ClearEnable, interrupt, vcpu));
        Assert.True(Bit(GicAddress.Group, interrupt, vcpu));
        Assert.Equal(model.Priority, _machine.Read(GicAddress.PriorityByte(interrupt, vcpu), 1));
        ulong configuration = _machine.Read(GicAddress.ConfigurationWord(interrupt, vcpu));
        Assert.Equal(model.IsEdge ? 2u : 0, (configuration >> (int)(2 * (interrupt % 16))) & 3);
        // An active interrupt stays where it was taken when it is routed elsewhere.
        if (!model.HasMoved)
            Assert.Equal(model.IsActive, Bit(GicAddress.SetActive, interrupt, vcpu));
        if (interrupt >= 32)
            Assert.Equal(model.Route, _machine.Read(GicAddress.Route(interrupt), 8));
        CompareKernel(interrupt, vcpu, model);
    }

    // What the kernel was told: enabled exactly on the CPU that the interrupt is routed to, with
    // its priority and state.
    private void CompareKernel(uint interrupt, uint vcpu, InterruptModel model)
    {
        for (uint other = 0; other < _vcpuCount; other++)
        {
            if (interrupt < 32 && other != vcpu) continue;
            FakeInterrupt kernel = _machine.Outside.Interrupt(other, interrupt);
            bool isHere = interrupt < 32 || model.Route == other;
            Assert.Equal(isHere && _isGroupEnabled && model.IsEnabled, kernel.IsEnabled);
            if (kernel.IsEnabled) Assert.Equal(model.Priority, kernel.Priority);
            if (!isHere) continue;
            Assert.Equal(model.IsPending, kernel.IsPending);
            Assert.Equal(model.IsPending, Bit(GicAddress.SetPending, interrupt, vcpu));
        }
    }
}
