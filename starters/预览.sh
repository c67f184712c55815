#!/bin/sh
# For a double click, by staff who do not use a terminal.
set -eu
cd "$(dirname "$(readlink -f "$0")")/.."

stop() {
    printf '\n%s\n' "$1"
    # Kept open only where someone looks at a window.
    if [ -t 0 ]; then
        printf '按回车键关闭。'
        read -r _ || true
    fi
    exit 1
}

python=""
for one in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python="$one"
        break
    fi
done
[ -n "$python" ] || stop "没有找到 Python 3.11 或更高版本。请用本机的软件管理器安装 python3，再双击一次。"

if [ ! -x .venv/bin/python ]; then
    echo "第一次使用，正在准备，需要几分钟……"
    "$python" -m venv .venv || stop "建不了运行环境。请安装 python3-venv，并检查本文件夹能否写入，再双击一次。"
fi
if ! cmp -s requirements.lock .venv/requirements.installed; then
    echo "正在安装所需的组件……"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
        -r requirements.lock \
        && .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
            --no-build-isolation --editable . \
        || stop "组件没有装好。请检查网络；单位有软件源的，请管理员设好后再双击一次。"
    cp requirements.lock .venv/requirements.installed
fi

# The form of the yearly report, where it has been made (make site).
form=""
[ -f build/form/form.json ] && form="--form build/form"
# shellcheck disable=SC2086
.venv/bin/award-site serve --open $form || stop "预览没有启动，或中途停止了。原因见上面的话；改好后再双击一次。"
