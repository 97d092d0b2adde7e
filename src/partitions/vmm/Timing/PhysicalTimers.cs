// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm.Timing;

/// <summary>
/// The physical timers of all virtual CPUs. The main thread waits for the next deadline, so they
/// are as precise as its priority; a guest with hard deadlines uses the virtual timer.
/// </summary>
public struct PhysicalTimers
{
    private Storage _timers;
    private ulong _armedTicks;
    private bool _isArmed;

    [InlineArray(Limits.VcpusPerMachineMax)]
    private struct Storage
    {
        private PhysicalTimer _element;
    }

    /// <summary>Accesses a register.</summary>
    /// <typeparam name="TPort">Kernel, clock and main thread.</typeparam>
    /// <param name="port">Kernel, clock and main thread.</param>
    /// <param name="vcpu">Number of the virtual CPU.</param>
    /// <param name="register">0 CNTP_TVAL_EL0, 1 CNTP_CTL_EL0, 2 CNTP_CVAL_EL0; else
    /// undefined.</param>
    /// <param name="isRead">Whether it is read.</param>
    /// <param name="value">The value written.</param>
    /// <returns>The answer.</returns>
    public ExitReply Access<TPort>(
        ref TPort port, uint vcpu, uint register, bool isRead, ulong value)
        where TPort : struct, IMachinePort
    {
        ref PhysicalTimer timer = ref _timers[(int)(vcpu % Limits.VcpusPerMachineMax)];
        ulong now = port.NowTicks;
        if (register > 2) return ExitReply.Undefined;
        if (isRead)
        {
            return ExitReply.Read(register switch
            {
                0 => timer.RemainingTicks(now),
                1 => timer.Control(now),
                _ => timer.CompareTicks,
            });
        }
        if (register == 0) timer.SetRemaining(value, now);
        else if (register == 1) timer.SetControl(value);
        else timer.SetCompare(value);
        Update(ref timer, ref port, vcpu, now);
        Arm(ref port, timer.DeadlineTicks);
        return ExitReply.Written;
    }

    /// <summary>Raises the lines of the timers that are due.</summary>
    /// <typeparam name="TPort">Kernel and clock.</typeparam>
    /// <param name="port">Kernel and clock.</param>
    /// <returns>The counter value at which it must be called again,
    /// <see cref="PhysicalTimer.Never"/>: none.</returns>
    public ulong Attend<TPort>(ref TPort port) where TPort : struct, IMachinePort
    {
        ulong next = PhysicalTimer.Never;
        for (uint vcpu = 0; vcpu < Limits.VcpusPerMachineMax; vcpu++)
        {
            ref PhysicalTimer timer = ref _timers[(int)vcpu];
            if (timer.DeadlineTicks == PhysicalTimer.Never) continue;
            Update(ref timer, ref port, vcpu, port.NowTicks);
            if (timer.DeadlineTicks < next) next = timer.DeadlineTicks;
        }
        _armedTicks = next;
        _isArmed = next != PhysicalTimer.Never;
        return next;
    }

    private static void Update<TPort>(
        ref PhysicalTimer timer, ref TPort port, uint vcpu, ulong nowTicks)
        where TPort : struct, IInterruptPort
    {
        bool isHigh = timer.IsOutputHigh(nowTicks);
        if (isHigh == timer.IsRaised) return;
        timer.IsRaised = isHigh;
        VirtualInterruptOperation operation =
            isHigh ? VirtualInterruptOperation.RaiseLine : VirtualInterruptOperation.LowerLine;
        port.Apply(vcpu, new VirtualInterruptRequest(operation, GuestMap.PhysicalTimerInterrupt));
    }

    // The main thread learns an earlier deadline only when it is woken; a later one it finds out by
    // itself.
    private void Arm<TPort>(ref TPort port, ulong deadlineTicks) where TPort : struct, IMonitorPort
    {
        if (deadlineTicks == PhysicalTimer.Never) return;
        if (_isArmed && deadlineTicks >= _armedTicks) return;
        _isArmed = true;
        _armedTicks = deadlineTicks;
        port.Wake();
    }
}
