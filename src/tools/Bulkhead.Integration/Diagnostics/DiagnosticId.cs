// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Diagnostics;

/// <summary>
/// The stable identifiers of diagnostics. A number is never given a second meaning.
/// </summary>
public static class DiagnosticId
{
    /// <summary>The description cannot be read.</summary>
    public const string FileUnreadable = "BH0001";

    /// <summary>The description is not well-formed YAML.</summary>
    public const string YamlSyntax = "BH0002";

    /// <summary>A value is of the wrong kind: text where a mapping belongs, and so on.</summary>
    public const string WrongKind = "BH0003";

    /// <summary>A key that the format does not have.</summary>
    public const string UnknownKey = "BH0004";

    /// <summary>A key given twice in one mapping.</summary>
    public const string DuplicateKey = "BH0005";

    /// <summary>A key that must be there is missing.</summary>
    public const string MissingKey = "BH0006";

    /// <summary>A value is empty where something is needed.</summary>
    public const string EmptyValue = "BH0007";

    /// <summary>Not a size such as <c>256 MiB</c>, or out of range.</summary>
    public const string BadSize = "BH0101";

    /// <summary>Not a time such as <c>200 us</c>, or out of range.</summary>
    public const string BadTime = "BH0102";

    /// <summary>Not a whole number, or out of range.</summary>
    public const string BadNumber = "BH0103";

    /// <summary>Not an address, or not aligned as it must be.</summary>
    public const string BadAddress = "BH0104";

    /// <summary>Not one of the words that are allowed here.</summary>
    public const string BadWord = "BH0105";

    /// <summary>Not a usable name.</summary>
    public const string BadName = "BH0106";

    /// <summary>Text that is too long for the system image.</summary>
    public const string TextTooLong = "BH0107";

    /// <summary>A board that is not known.</summary>
    public const string UnknownBoard = "BH0201";

    /// <summary>A device that the board does not have.</summary>
    public const string UnknownDevice = "BH0202";

    /// <summary>A device given to two partitions.</summary>
    public const string DeviceOwnedTwice = "BH0203";

    /// <summary>A name that refers to no partition.</summary>
    public const string UnknownPartition = "BH0204";

    /// <summary>A partition that is neither or both of a virtual machine and native.</summary>
    public const string PartitionKind = "BH0205";

    /// <summary>A channel from a partition to itself, or given twice.</summary>
    public const string BadChannel = "BH0206";

    /// <summary>The budget is longer than the period, or one is missing.</summary>
    public const string BadBudget = "BH0207";

    /// <summary>More of a thing than the kernel has room for.</summary>
    public const string TooMany = "BH0208";

    /// <summary>The processor is promised more than it has.</summary>
    public const string ProcessorOvercommitted = "BH0209";

    /// <summary>A device that the kernel or the tool keeps for itself.</summary>
    public const string DeviceReserved = "BH0210";

    /// <summary>Nobody serves the console.</summary>
    public const string NoConsole = "BH0211";

    /// <summary>A key that makes no sense beside another.</summary>
    public const string KeysConflict = "BH0212";

    /// <summary>A device that can reach all memory, which nothing confines.</summary>
    public const string DeviceUnconfined = "BH0213";

    /// <summary>A window for a time partition that no partition is in.</summary>
    public const string UnknownTimePartition = "BH0214";

    /// <summary>A time partition that no window is for: its partitions would never run.</summary>
    public const string TimePartitionNeverRuns = "BH0215";

    /// <summary>Windows that belong to no schedule with a name, or a schedule without
    /// windows.</summary>
    public const string UnnamedSchedule = "BH0216";

    /// <summary>A window that is too short or too long.</summary>
    public const string BadWindow = "BH0217";

    /// <summary>The windows of a schedule do not add up to its frame, or those of two processors to
    /// different ones.</summary>
    public const string FrameMismatch = "BH0218";

    /// <summary>A window of the background that excludes the background.</summary>
    public const string ExclusiveBackground = "BH0219";

    /// <summary>A partition, virtual processor or window for a processor that does not
    /// run.</summary>
    public const string NoSuchProcessor = "BH0220";

    /// <summary>A period that does not divide the frame.</summary>
    public const string PeriodNotHarmonic = "BH0221";

    /// <summary>A budget that is more than the windows give in one of its periods.</summary>
    public const string WindowShortfall = "BH0222";

    /// <summary>A time partition that stands still while one of the schedules is active.</summary>
    public const string TimePartitionPaused = "BH0223";

    /// <summary>Not one processor for each virtual processor.</summary>
    public const string PinMismatch = "BH0224";

    /// <summary>A schedule that the description does not have.</summary>
    public const string UnknownSchedule = "BH0225";

    /// <summary>A partition that a schedule cannot restart.</summary>
    public const string CannotRestart = "BH0226";

    /// <summary>A schedule that restarts partitions and leaves no time to do so.</summary>
    public const string NoRestartTime = "BH0227";

    /// <summary>Two threads of a partition with the same name.</summary>
    public const string ThreadNamedTwice = "BH0228";

    /// <summary>A file that does not exist or cannot be read.</summary>
    public const string MissingFile = "BH0301";

    /// <summary>A native partition without a C# project.</summary>
    public const string MissingProject = "BH0302";

    /// <summary>A file that is not the image kind it should be.</summary>
    public const string BadGuestImage = "BH0303";

    /// <summary>An image does not fit its memory.</summary>
    public const string ImageTooLarge = "BH0304";

    /// <summary>A device tree or an overlay that cannot be used.</summary>
    public const string BadDeviceTree = "BH0305";

    /// <summary>A package that cannot be had.</summary>
    public const string PackageUnavailable = "BH0306";

    /// <summary>A native partition's program cannot be used.</summary>
    public const string BadProgram = "BH0307";

    /// <summary>A native partition whose project has another tier than the description
    /// says.</summary>
    public const string TierMismatch = "BH0308";

    /// <summary>The partitions want more memory than the board has.</summary>
    public const string BoardMemoryExhausted = "BH0402";

    /// <summary>Guest memory that lies on a device of the guest contract.</summary>
    public const string MemoryOnDevice = "BH0403";
}
