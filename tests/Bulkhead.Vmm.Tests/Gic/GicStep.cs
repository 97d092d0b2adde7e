// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Tests.Gic;

/// <summary>One thing that a guest or a device does to the interrupt controller.</summary>
internal sealed record GicStep(int Operation, uint Interrupt, uint Vcpu, uint Value);
