using Microsoft.Extensions.Localization;
using Moderation.Appeals;
using Moderation.Eligibility;

namespace Moderation.Web.Members;

/// <summary>What is left to do against a decision, in words.</summary>
internal static class AppealWords
{
    public static string Left(ExplainEligibility.Redress? appeal, IStringLocalizer words) => appeal switch
    {
        null => "",
        { CanAppeal: true } => words["Status.AppealUntil", MemberWords.Day(appeal.Until)],
        { State: null } => words["Status.AppealEnded", MemberWords.Day(appeal.Until)],
        { State: AppealState.Ruled } => words["Status.AppealAnswered"],
        { State: AppealState.Withdrawn } => words["Status.AppealWithdrawn"],
        { State: AppealState.Moot } => words["Status.AppealMoot"],
        _ => words["Status.AppealRunning"],
    };
}
