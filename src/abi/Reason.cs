// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Why a hypercall was refused or a boot failed: one number per place that
/// refuses.</summary>
public enum Reason : ushort
{
    /// <summary>No reason: success.</summary>
    None = 0,

    /// <summary>The hypercall number is not assigned.</summary>
    UnknownHypercall = 1,

    /// <summary>The selector is beyond the capability space.</summary>
    SelectorOutOfRange = 2,

    /// <summary>The selected slot is empty.</summary>
    SlotEmpty = 3,

    /// <summary>The capability names another kind of object or lacks the right.</summary>
    RightMissing = 4,

    /// <summary>The object was stopped for good.</summary>
    ObjectGone = 5,

    /// <summary>The slot for the new capability is taken.</summary>
    SlotTaken = 6,

    /// <summary>Slot 0 cannot hold a capability.</summary>
    SlotZero = 7,

    /// <summary>The kernel's pool of this object kind is exhausted.</summary>
    PoolExhausted = 8,

    /// <summary>The domain's quota of kernel objects is exhausted.</summary>
    ObjectQuota = 9,

    /// <summary>The domain's quota of table pages is exhausted.</summary>
    TableQuota = 10,

    /// <summary>The kernel has no table page left.</summary>
    TablePagesExhausted = 11,

    /// <summary>An address or size is not a multiple of the page size.</summary>
    Misaligned = 12,

    /// <summary>The size is zero.</summary>
    EmptyRange = 13,

    /// <summary>The range leaves its segment.</summary>
    OutsideSegment = 14,

    /// <summary>The range leaves the guest-physical address space.</summary>
    OutsideAddressSpace = 15,

    /// <summary>Part of the range is already mapped.</summary>
    AlreadyMapped = 16,

    /// <summary>Part of the range is not mapped.</summary>
    NotMapped = 17,

    /// <summary>More access is asked for than the segment allows.</summary>
    AccessDenied = 18,

    /// <summary>More rights are asked for than the source capability holds, or none.</summary>
    RightsExceeded = 19,

    /// <summary>The message descriptor has reserved bits or more than 512 words.</summary>
    BadMessage = 20,

    /// <summary>The thread has no caller to reply to.</summary>
    NoCaller = 21,

    /// <summary>The portal's server was stopped.</summary>
    ServerStopped = 22,

    /// <summary>The call would wait for itself.</summary>
    CallCycle = 23,

    /// <summary>The server is busy, and what it waits for is more than 16 calls
    /// away.</summary>
    CallDepth = 24,

    /// <summary>The semaphore counter is at its maximum.</summary>
    CounterFull = 25,

    /// <summary>The deadline passed.</summary>
    DeadlinePassed = 26,

    /// <summary>The semaphore was destroyed.</summary>
    SemaphoreGone = 27,

    /// <summary>The execution context already has a scheduling context, or is a server
    /// thread.</summary>
    ContextScheduled = 28,

    /// <summary>The priority is above 255.</summary>
    BadPriority = 29,

    /// <summary>The budget is larger than the period.</summary>
    BudgetExceedsPeriod = 30,

    /// <summary>The execution context is not a server thread.</summary>
    NotAThread = 31,

    /// <summary>The execution context is not a virtual CPU.</summary>
    NotAVcpu = 32,

    /// <summary>The interrupt is already bound.</summary>
    InterruptBound = 33,

    /// <summary>The interrupt id is out of range.</summary>
    BadInterrupt = 34,

    /// <summary>The vCPU number is out of range or taken.</summary>
    BadVcpuNumber = 35,

    /// <summary>The argument's reserved bits are set or its value is unknown.</summary>
    BadArgument = 36,

    /// <summary>The capability derivation tree cannot grow further.</summary>
    DerivationDepth = 37,

    /// <summary>The capability names the caller or its own domain, or the manager's
    /// thread.</summary>
    OwnDomain = 38,

    /// <summary>No address-space identifier is free.</summary>
    VmidExhausted = 39,

    /// <summary>The schedule is out of range, or has no window on some CPU.</summary>
    BadSchedule = 40,

    /// <summary>The schedule is in use, or about to be; or another one is than was
    /// expected.</summary>
    ScheduleInUse = 41,

    /// <summary>The window's CPU does not exist, its duration is out of range, or its flags are
    /// not known.</summary>
    BadWindow = 42,

    /// <summary>The time partition is out of range, or no window of the CPU names it.</summary>
    BadTimePartition = 43,

    /// <summary>The virtual interrupt is pending or active, or its line is raised.</summary>
    VirtualInterruptInUse = 44,

    /// <summary>The CPU does not run.</summary>
    BadCpu = 45,

    /// <summary>The system image does not start with its magic number.</summary>
    ImageMagic = 64,

    /// <summary>The system image has a version that this kernel does not know.</summary>
    ImageVersion = 65,

    /// <summary>The system image was built for another architecture.</summary>
    ImageArchitecture = 66,

    /// <summary>The system image was built for another board.</summary>
    ImageBoard = 67,

    /// <summary>The system image is shorter than its header says.</summary>
    ImageTruncated = 68,

    /// <summary>The hash of the system image's tables does not match.</summary>
    ImageTableHash = 69,

    /// <summary>The hash of a payload does not match.</summary>
    ImagePayloadHash = 70,

    /// <summary>A table of the system image leaves the image or has a wrong stride.</summary>
    ImageTable = 71,

    /// <summary>A record of the system image has an impossible value.</summary>
    ImageRecord = 72,

    /// <summary>Two memory ranges of the system image overlap.</summary>
    ImageOverlap = 73,

    /// <summary>A range lies outside the board's memory.</summary>
    ImageOutsideMemory = 74,

    /// <summary>A payload is larger than the memory it is loaded into.</summary>
    ImagePayloadTooLarge = 75,

    /// <summary>The image names more objects than the kernel's capacities allow.</summary>
    ImageCapacity = 76,

    /// <summary>A CPU that the system image asks for does not exist or does not come up.</summary>
    CpuMissing = 77,
}
