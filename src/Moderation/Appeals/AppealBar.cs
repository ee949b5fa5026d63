using Moderation.Pipeline;

namespace Moderation.Appeals;

/// <summary>Somebody who may not rule on an appeal: who decided it, or what it follows from.</summary>
internal sealed class AppealBar
{
    private AppealBar()
    {
    }

    public AppealId AppealId { get; private init; }

    public StaffId StaffId { get; private init; }

    public static AppealBar Against(StaffId staff, AppealId appeal) => new() { StaffId = staff, AppealId = appeal };
}
