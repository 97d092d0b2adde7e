// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;
using Bulkhead.Integration.Packages;
using Bulkhead.Toolchain;

namespace Bulkhead.Cli.Testing;

/// <summary>Builds and runs on-target suites; each system is built once.</summary>
/// <param name="workspace">The tree.</param>
public sealed class TargetRunner(Workspace workspace)
{
    private const string FirmwarePackage = "u-boot-qemu";
    private const string FirmwareFile = "usr/lib/u-boot/qemu_arm64/u-boot.bin";

    private readonly Dictionary<string, BuiltSystem> _systems = [];

    /// <summary>Runs a script on each of its processors.</summary>
    /// <param name="suite">Name of its suite.</param>
    /// <param name="path">The script.</param>
    /// <returns>What its tests came to; a system that is not built is a failed test.</returns>
    public async Task<IReadOnlyList<TestOutcome>> RunAsync(string suite, string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        try
        {
            ScriptFile script = ScriptFile.Parse(await File.ReadAllTextAsync(path));
            return await RunAsync(suite, name, script);
        }
        catch (BuildFailedException)
        {
            return [new TestOutcome(suite, name, false, "its system was not built")];
        }
        catch (Exception e) when (
            e is ToolchainException or FormatException or PackageException or IOException)
        {
            return [new TestOutcome(suite, name, false, e.Message)];
        }
    }

    private async Task<IReadOnlyList<TestOutcome>> RunAsync(
        string suite, string name, ScriptFile script)
    {
        BuiltSystem system = Build(script.System);
        if (script.Replays is ReplayTests replays)
        {
            return await replays.RunAsync(
                suite, system, Path.Combine(workspace.Artifacts, "replay"));
        }

        string? firmware = script.Firmware is null ? null : FindFirmware(script.Firmware);
        string folder = Path.Combine(workspace.Artifacts, "target-tests", suite);
        Directory.CreateDirectory(folder);
        ScriptRun run = new(system, script, firmware);
        List<TestOutcome> outcomes = [];
        foreach (string cpu in script.Cpus)
        {
            string title = script.Cpus.Count == 1 ? name : $"{name}-{cpu}";
            foreach (ImageDamage damage in script.Mutations?.For(system.Image) ?? [script.Damage])
            {
                string label = script.Mutations is null ? title : $"{title}-{damage}";
                outcomes.AddRange(await run.RunAsync(
                    suite, label, cpu, damage, Path.Combine(folder, title)));
            }
        }

        return outcomes;
    }

    private string FindFirmware(string firmware) => firmware == ScriptFile.UBoot
        ? Path.Combine(workspace.Packages.Unpack(FirmwarePackage), FirmwareFile)
        : FirmwareBuild.Run(workspace.Toolchain, firmware);

    private BuiltSystem Build(string description)
    {
        if (!_systems.TryGetValue(description, out BuiltSystem? system))
        {
            string name = Path.GetFileNameWithoutExtension(description) + ".img";
            system = new SystemBuilder(workspace).Build(
                Path.Combine(workspace.Root, description),
                Path.Combine(workspace.Artifacts, "target-tests", "systems", name));
            _systems.Add(description, system);
        }

        return system;
    }
}
