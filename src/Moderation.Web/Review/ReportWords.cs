using Microsoft.Extensions.Localization;
using Moderation.Transparency;
using Moderation.Web.Components.Vocabulary;
using Source = Moderation.Reports.ReportSource;

namespace Moderation.Web.Review;

/// <summary>Who reported a case, in the words and shapes of the vocabulary.</summary>
internal static class ReportWords
{
    public static IReadOnlyList<ReportGroup> Groups(this IStringLocalizer t, CaseReports.Answer reports) => [.. reports.Groups.Select(t.Group)];

    /// <summary>How many of them were right before; null where nobody is known to have been.</summary>
    public static string? WereRight(this IStringLocalizer t, CaseReports.Answer reports) =>
        reports.WereRight == 0 ? null : t.Count("Reports.WereRight", reports.WereRight);

    private static ReportGroup Group(this IStringLocalizer t, CaseReports.Group group) => new(
        group.Source switch
        {
            Source.TrustedFlagger => ReportSource.TrustedFlagger,
            Source.LegalNotice => ReportSource.LegalNotice,
            Source.Automated => ReportSource.Automated,
            _ => ReportSource.Members,
        },
        t.Title(group),
        [.. group.Guidelines.Select(x => new GroundCount(x.Guideline, group.Reports > 1 ? x.Reports : null))],
        group.First, group.Last, group.Name, group.Latest,
        group.WithWords > 1 ? t.Count("Case.MoreWords", group.WithWords - 1) : null);

    // Members are counted as people, where each said who they are.
    private static string Title(this IStringLocalizer t, CaseReports.Group group) => group.Source is Source.Member && group.People == group.Reports
        ? t.Count("Case.From.Member", group.People)
        : t.Count(group.Source is Source.Member ? "Case.From.Reports" : $"Case.From.{group.Source}", group.Reports);
}
