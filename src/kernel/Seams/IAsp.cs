// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Seams;

/// <summary>Everything that the core asks of an architecture package; a type argument, so that
/// calls cost nothing.</summary>
public interface IAsp : IClock, IStageTwo, IContexts, IInterrupts, IVirtualInterrupts, IProcessors,
    IMachine
{
}
