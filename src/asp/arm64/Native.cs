// SPDX-License-Identifier: MIT
using System.Runtime;

namespace Bulkhead.Asp.Arm64;

/// <summary>What the assembly of this package offers: one branch each.</summary>
internal static class Native
{
    /// <summary>System-counter frequency (CNTFRQ_EL0).</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_frequency")]
    internal static extern ulong ReadFrequency();

    /// <summary>The physical counter, ordered after what came before.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_counter")]
    internal static extern ulong ReadCounter();

    /// <summary>ISR_EL1: what waits to be taken.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_pending_interrupts")]
    internal static extern ulong ReadPendingInterrupts();

    /// <summary>ICC_IAR1_EL1: takes the most urgent interrupt.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_acknowledge")]
    internal static extern ulong ReadAcknowledgeInterrupt();

    /// <summary>FAR_EL2.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_fault_address")]
    internal static extern ulong ReadFaultAddress();

    /// <summary>HPFAR_EL2.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_fault_page")]
    internal static extern ulong ReadFaultPage();

    /// <summary>ICH_VTR_EL2.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_list_features")]
    internal static extern ulong ReadListFeatures();

    /// <summary>ICH_ELRSR_EL2: a bit per free list register.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_list_empty")]
    internal static extern ulong ReadListEmpty();

    /// <summary>ICH_EISR_EL2: a bit per list register with an end-of-interrupt notice.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_list_ended")]
    internal static extern ulong ReadListEnded();

    /// <summary>CNTV_CTL_EL0.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_virtual_timer_control")]
    internal static extern ulong ReadVirtualTimerControl();

    /// <summary>CNTV_CVAL_EL0.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_virtual_timer_compare")]
    internal static extern ulong ReadVirtualTimerCompare();

    /// <summary>ICC_EOIR1_EL1: drops the priority.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_end_of_interrupt")]
    internal static extern void WriteEndOfInterrupt(ulong value);

    /// <summary>ICC_DIR_EL1.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_deactivate")]
    internal static extern void WriteDeactivate(ulong value);

    /// <summary>ICC_PMR_EL1.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_priority_mask")]
    internal static extern void WritePriorityMask(ulong value);

    /// <summary>ICC_CTLR_EL1.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_interface_control")]
    internal static extern void WriteInterfaceControl(ulong value);

    /// <summary>ICC_IGRPEN1_EL1.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_interface_enable")]
    internal static extern void WriteInterfaceEnable(ulong value);

    /// <summary>ICH_HCR_EL2.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_list_control")]
    internal static extern void WriteListControl(ulong value);

    /// <summary>Sets CNTHP_CVAL_EL2 and enables the timer; all ones: disables it.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_arm_timer")]
    internal static extern void ArmTimer(ulong ticks);

    /// <summary>CNTV_CTL_EL0.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_virtual_timer_control")]
    internal static extern void WriteVirtualTimerControl(ulong value);

    /// <summary>CPTR_EL2.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_vector_traps")]
    internal static extern void WriteVectorTraps(ulong value);

    /// <summary>A list register (ICH_LRn_EL2), index below 16.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_list")]
    internal static extern ulong ReadList(uint index);

    /// <summary>Sets list register 0.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_first_list")]
    internal static extern void WriteFirstList(ulong value);

    /// <summary>A list register, index below 16.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_list")]
    internal static extern void WriteList(uint index, ulong value);

    /// <summary>Identification register S3_0_C0_C1..7_0..7, index below 56.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_identification")]
    internal static extern ulong ReadIdentification(ulong index);

    /// <summary>Loads what acts on EL0 even under TGE, see switching.S.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_load_shared")]
    internal static extern void LoadShared(ref Kernel.Objects.VirtualCpu vcpu);

    /// <summary>Loads every system register but the list registers and CNTHCTL_EL2.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_load_system")]
    internal static extern void LoadSystem(ref Kernel.Objects.VirtualCpu vcpu);

    /// <summary>Saves one's and loads the other's, while guest values of the shared set are in the
    /// hardware.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_exchange_system")]
    internal static extern void ExchangeSystem(
        ref Kernel.Objects.VirtualCpu next, ref Kernel.Objects.VirtualCpu before);

    /// <summary>Saves the shared set and loads the native threads' values of it.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_enter_native")]
    internal static extern void EnterNative(ref Kernel.Objects.VirtualCpu vcpu);

    /// <summary>Loads the native threads' values of the shared set.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_load_native")]
    internal static extern void LoadNative();

    /// <summary>Sets CPTR_EL2, which must open access, saves one's vector registers and loads the
    /// other's.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_exchange_vectors")]
    internal static extern void ExchangeVectors(
        ref Kernel.Objects.VectorState next, ref Kernel.Objects.VectorState before, ulong traps);

    /// <summary>Loads the vector registers; access must be open.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_load_vectors")]
    internal static extern void LoadVectors(ref Kernel.Objects.VectorState words);

    /// <summary>Removes every cached translation of an address space.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_invalidate_space")]
    internal static extern void InvalidateSpace(ulong translationRoot);

    /// <summary>Orders table writes before later walks.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_publish_tables")]
    internal static extern void PublishTables();

    /// <summary>WFI.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_wait_for_interrupt")]
    internal static extern void WaitForInterrupt();

    /// <summary>Copies message words, at least one.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_copy_words")]
    internal static extern void CopyWords(ref ulong from, ref ulong to, ulong words);

    /// <summary>Calls the firmware by SMC.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_firmware")]
    internal static extern ulong Firmware(
        ulong function, ulong argument1, ulong argument2, ulong argument3);

    /// <summary>Where the firmware starts other CPUs.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_secondary_address")]
    internal static extern ulong SecondaryAddress();

    /// <summary>MPIDR_EL1 of this CPU.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_read_processor")]
    internal static extern ulong ReadProcessor();

    /// <summary>ICC_SGI1R_EL1.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_software_interrupt")]
    internal static extern void WriteSoftwareInterrupt(ulong value);

    /// <summary>TPIDR_EL2: the context that runs.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_current_context")]
    internal static extern void WriteCurrentContext(ulong value);

    /// <summary>VTTBR_EL2: the second stage's root.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_write_translation_root")]
    internal static extern void WriteTranslationRoot(ulong value);

    /// <summary>Address of EL2's first-stage table for the gigabyte that memory begins
    /// in.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_memory_table")]
    internal static extern ulong ReadMemoryTable();

    /// <summary>Removes every cached translation of EL2 itself.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_invalidate_kernel")]
    internal static extern void InvalidateKernel();
}
