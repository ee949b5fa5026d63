using Microsoft.Extensions.Localization;
using Moderation.Guidelines;
using Moderation.Ranking;
using Moderation.Transparency;

namespace Moderation.Web.Members;

/// <summary>What a step of the ladder brings, as a member reads it.</summary>
internal static class LadderWords
{
    public static string Short(AccountStatus.LadderRow step, IStringLocalizer words) => Of(step) switch
    {
        Brings.Warning => words["Status.Step.Warning"],
        Brings.Features => words["Status.Step.Limits"],
        Brings.Closed => words["Status.Step.Closed"],
        _ => step.Days is { } days ? words.Many("Status.Days", days) : words["Status.Step.Paused"],
    };

    /// <summary>What one more strike would do.</summary>
    public static string Next(AccountStatus.LadderRow step, IStringLocalizer words)
    {
        string time = step.Days is { } days ? words.Many("Status.ForDays", days) : words["Status.UntilLifted"];
        return Of(step) switch
        {
            Brings.Warning => words["Status.Next.Warning"],
            Brings.Features => words["Status.Next.Features", words.All([.. step.Features.Select(x => words[$"Status.Feature.{x}"].Value)]), time],
            Brings.Closed => words["Status.Next.Closed"],
            Brings.Suspended => words["Status.Next.Suspended", time],
            _ => words["Status.Next.Posting", time],
        };
    }

    /// <summary>What more strikes than one would do.</summary>
    public static string After(AccountStatus.LadderRow step, int strikes, IStringLocalizer words)
    {
        string time = step.Days is { } days ? words.Many("Status.ForDays", days) : words["Status.UntilLifted"];
        return Of(step) switch
        {
            Brings.Warning => "",
            Brings.Features => words["Status.After.Features", words.All([.. step.Features.Select(x => words[$"Status.Feature.{x}"].Value)]), time, strikes],
            Brings.Closed => words["Status.After.Closed", strikes],
            Brings.Suspended => words["Status.After.Suspended", time, strikes],
            _ => words["Status.After.Posting", time, strikes],
        };
    }

    private static Brings Of(AccountStatus.LadderRow step) =>
        step.Kinds.Contains(OutcomeKind.Disabled) ? Brings.Closed
        : step.Kinds.Contains(OutcomeKind.Suspended) ? Brings.Suspended
        : step.Features.Contains(Feature.Post) ? Brings.Posting
        : step.Kinds.Count > 0 ? Brings.Features
        : Brings.Warning;

    private enum Brings { Warning, Features, Posting, Suspended, Closed }
}
