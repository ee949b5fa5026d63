using System.Globalization;
using Microsoft.Extensions.Localization;
using Moderation.Transparency;
using Moderation.Web.Components;

namespace Moderation.Web.Dashboard;

/// <summary>What is asked of the dashboard, as it stands in the address.</summary>
public sealed record DashboardView(FigurePeriod Period, string? Queue, string? Guideline, ErrorsBy By)
{
    public string Address
    {
        get
        {
            var parts = new List<string>();
            if (Period is not FigurePeriod.Day)
                parts.Add($"period={Period}");
            if (Queue is not null)
                parts.Add($"queue={Uri.EscapeDataString(Queue)}");
            if (Guideline is not null)
                parts.Add($"guideline={Uri.EscapeDataString(Guideline)}");
            if (By is not ErrorsBy.Language)
                parts.Add($"by={By}");
            return parts.Count == 0 ? Places.Dashboard : $"{Places.Dashboard}?{string.Join('&', parts)}";
        }
    }

    public static DashboardView Of(string? period, string? queue, string? guideline, string? by) => new(
        Enum.TryParse<FigurePeriod>(period, ignoreCase: true, out var p) && Enum.IsDefined(p) ? p : FigurePeriod.Day,
        string.IsNullOrEmpty(queue) ? null : queue, string.IsNullOrEmpty(guideline) ? null : guideline,
        Enum.TryParse<ErrorsBy>(by, ignoreCase: true, out var b) && Enum.IsDefined(b) ? b : ErrorsBy.Language);
}

/// <summary>Which groups are compared.</summary>
public enum ErrorsBy
{
    Language,
    Queue,
    Guideline,
}

/// <summary>Numbers and names as a lead reads them.</summary>
internal static class FigureWords
{
    public static string Number(double number) => number.ToString("N0", CultureInfo.CurrentCulture);

    public static string Share(double share) => share.ToString("P1", CultureInfo.CurrentCulture);

    public static string Share(long part, long whole) => whole == 0 ? "–" : Share((double)part / whole);

    extension(IStringLocalizer t)
    {
        public string Took(TimeSpan time) =>
            time.TotalDays >= 2 ? t["Figures.DaysHours", Number(Math.Floor(time.TotalDays)), time.Hours]
            : time.TotalHours >= 10 ? t["Figures.Hours", Number(Math.Floor(time.TotalHours))]
            : time.TotalHours >= 1 ? t["Figures.HoursMinutes", (int)time.TotalHours, time.Minutes.ToString("00", CultureInfo.InvariantCulture)]
            : t["Figures.MinutesTook", (int)time.TotalMinutes];

        public string QueueName(string code, string? title) => title ?? (code switch
        {
            "unrouted" or "escalated" => t[$"Figures.Queue.{code}"].Value,
            OverturnedShares.Rest => t["Figures.Other"].Value,
            _ => code,
        });

        public string LanguageName(string code) => code switch
        {
            "" => t["Figures.UnknownLanguage"],
            OverturnedShares.Rest => t["Figures.Other"],
            _ => NameOf(code),
        };

        public string GroupName(ErrorsBy by, OverturnedShares.Group group) => by switch
        {
            ErrorsBy.Language => t.LanguageName(group.Code),
            ErrorsBy.Queue => t.QueueName(group.Code, group.Title),
            _ => group.Code == OverturnedShares.Rest ? t["Figures.Other"].Value : group.Title ?? group.Code,
        };
    }

    // Hosts may send languages that no culture is known for.
    private static string NameOf(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true) is { } culture ? culture.DisplayName : code;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
