// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Gives a partition its memory, devices and payloads. Memory of the program is cleared, unless it
/// starts warm; a guest's memory is not, it is for its monitor to load and would cost the boot
/// seconds.
/// </summary>
public static class ResourceBuilder
{
    /// <summary>Maps everything and fills the information page.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Build(ref BuildContext context, uint id)
    {
        ref readonly PartitionRecord partition = ref context.View.Partition(id);
        uint domain = context.Slots[(int)id].Domain;
        for (uint offset = 0; offset < partition.ResourceCount; offset++)
        {
            ref readonly ResourceRecord resource = ref context.View.Resource(
                partition.FirstResource + offset);
            bool isPrepared = resource.Kind != ResourceKind.Memory
                || Prepare(ref context, id, in resource);
            if (!isPrepared) return false;
            if (resource.Kind is ResourceKind.Interrupt or ResourceKind.GuestDevice) continue;
            ResultCode code = SystemKernel.Map(
                domain, Selectors.BootSegments + resource.Memory, resource.MemoryOffset,
                resource.Address, resource.Bytes, ProgramAccess(in resource));
            if (!context.Done(BuildStep.Resource, code)) return false;
        }
        return true;
    }

    // A monitor reads and writes its guest's memory but never runs it; the information page is read
    // only.
    private static MemoryAccess ProgramAccess(in ResourceRecord resource)
    {
        if (ResourceCheck.IsInformationPage(in resource)) return MemoryAccess.Read;
        return resource.Access & (MemoryAccess.Read | MemoryAccess.Write);
    }

    private static bool Prepare(ref BuildContext context, uint id, in ResourceRecord resource)
    {
        bool isInformation = ResourceCheck.IsInformationPage(in resource);
        if (context.StartMode == StartMode.WarmStart && !isInformation) return true;
        ResultCode code = Workbench.Open(
            resource.Memory, resource.MemoryOffset, resource.Bytes, out MemoryWindow window);
        if (!context.Done(BuildStep.Resource, code)) return false;
        window.Clear(0, resource.Bytes);
        if (isInformation)
        {
            ref PartitionInfo info = ref Records.First<PartitionInfo>(
                window.Write(0, Records.SizeOf<PartitionInfo>()));
            InformationPage.Fill(ref info, in context.View, id, context.Frequency);
            info.StartMode = context.StartMode;
            info.StartCondition = context.StartCondition;
            info.StartCount = context.StartCount;
        }
        return context.Done(BuildStep.Resource, Workbench.Close(in window));
    }
}
