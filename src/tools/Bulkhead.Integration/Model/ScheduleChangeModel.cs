// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>What happens to a partition when a schedule begins.</summary>
/// <param name="Schedule">Name of the schedule; null: every one.</param>
/// <param name="Action">What happens.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record ScheduleChangeModel(
    string? Schedule, ScheduleChangeAction Action, SourceMark Mark);
