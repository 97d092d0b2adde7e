// SPDX-License-Identifier: MIT
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Vmm.Tests.Gic;

/// <summary>Random register traffic against a model that knows single interrupts only.</summary>
public sealed class InterruptControllerProperties
{
    private const uint VcpuCount = 3;
    private const int OperationsMax = 13;

    private static readonly Gen<GicStep> _step =
        from operation in Gen.Choose(0, OperationsMax - 1)
        from interrupt in Gen.Frequency((1, Gen.Choose(0, 31)), (2, Gen.Choose(32, 255)))
        from vcpu in Gen.Choose(0, (int)VcpuCount - 1)
        from high in Gen.Choose(0, 0xffff)
        from low in Gen.Choose(0, 0xffff)
        select new GicStep(operation, (uint)interrupt, (uint)vcpu, ((uint)high << 16) | (uint)low);

    [Fact]
    public void Registers_behave_as_the_model_of_single_interrupts()
    {
        Prop.ForAll(_step.ArrayOf(60).ToArbitrary(), steps =>
        {
            var pair = new GicPair(VcpuCount);
            foreach (GicStep step in steps) pair.Apply(step);
            pair.Compare();
        }).QuickCheckThrowOnFailure();
    }
}
