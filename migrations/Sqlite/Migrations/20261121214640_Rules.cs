using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moderation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Rules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ByRulebook",
                table: "Outcomes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOneStrike",
                table: "Outcomes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "StrikeWeight",
                table: "Outcomes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "BatchId",
                table: "Decisions",
                type: "BLOB",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DetectorVersion",
                table: "Decisions",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "FollowsRule",
                table: "Decisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "PostedAt",
                table: "Decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rule",
                table: "Decisions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AppliedRulebooks",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    RulebookVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppliedRulebooks", x => new { x.AccountId, x.At });
                });

            migrationBuilder.CreateTable(
                name: "RehearsedAccounts",
                columns: table => new
                {
                    RunId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Followers = table.Column<long>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Harder = table.Column<int>(type: "INTEGER", nullable: false),
                    Softer = table.Column<int>(type: "INTEGER", nullable: false),
                    Otherwise = table.Column<int>(type: "INTEGER", nullable: false),
                    Ends = table.Column<string>(type: "TEXT", nullable: false),
                    Begins = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RehearsedAccounts", x => new { x.RunId, x.AccountId });
                });

            migrationBuilder.CreateTable(
                name: "Runs",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 210, nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AgreedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Refusal = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    Looked = table.Column<long>(type: "INTEGER", nullable: false),
                    Changed = table.Column<long>(type: "INTEGER", nullable: false),
                    Cursor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Report = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Runs", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_MadeAt",
                table: "Decisions",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_RehearsedAccounts_RunId_Followers_AccountId",
                table: "RehearsedAccounts",
                columns: new[] { "RunId", "Followers", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_State_NotBefore",
                table: "Runs",
                columns: new[] { "State", "NotBefore" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AppliedRulebooks");

            migrationBuilder.DropTable(
                name: "RehearsedAccounts");

            migrationBuilder.DropTable(
                name: "Runs");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_MadeAt",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "ByRulebook",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "IsOneStrike",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "StrikeWeight",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "BatchId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "DetectorVersion",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "FollowsRule",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "PostedAt",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Rule",
                table: "Decisions");
        }
    }
}
