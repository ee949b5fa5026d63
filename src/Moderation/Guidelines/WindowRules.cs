using static Moderation.Guidelines.RulebookMistakes;

namespace Moderation.Guidelines;

/// <summary>What must hold in the windows.</summary>
internal static class WindowRules
{
    public static IEnumerable<Mistake> Broken(Windows windows, Place place)
    {
        const int HoursOfYear = 8760;
        (string Field, int Value, int Most)[] lengths =
        [
            ("appealAnswerDays", windows.AppealAnswerDays, 365),
            ("claimMinutes", windows.ClaimMinutes, 1440),
            ("ordinaryLookBackDays", windows.OrdinaryLookBackDays, RulebookRules.MostDays),
            ("severeLookBackYears", windows.SevereLookBackYears, 100),
            ("bulkLimit", windows.BulkLimit, int.MaxValue),
            ("interimHours", windows.InterimHours, Windows.MostInterimHours),
            ("disputeDays", windows.DisputeDays, Windows.MostDisputeDays),
            ("disputeAnswerHours", windows.DisputeAnswerHours, Windows.MostDisputeAnswerHours),
            ("caseDueHours.severe", windows.CaseDueHours.Severe, HoursOfYear),
            ("caseDueHours.high", windows.CaseDueHours.High, HoursOfYear),
            ("caseDueHours.medium", windows.CaseDueHours.Medium, HoursOfYear),
            ("caseDueHours.low", windows.CaseDueHours.Low, HoursOfYear),
        ];

        if (windows.AppealMonths < Windows.LeastAppealMonths)
            yield return AppealWindowTooShort(place["appealMonths"], windows.AppealMonths, Windows.LeastAppealMonths);
        if (windows.AppealMonths > Windows.MostAppealMonths)
            yield return OutOfRange(
                place["appealMonths"], "appealMonths", windows.AppealMonths, Windows.LeastAppealMonths, Windows.MostAppealMonths);
        foreach (var mistake in lengths.SelectMany(x => RulebookRules.Length(x.Value, x.Field, place[x.Field], x.Most)))
            yield return mistake;
        if (windows.GraceSeconds is < 0 or > Windows.MostGraceSeconds)
            yield return OutOfRange(place["graceSeconds"], "graceSeconds", windows.GraceSeconds, 0, Windows.MostGraceSeconds);
    }
}
